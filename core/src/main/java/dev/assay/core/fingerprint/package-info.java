/** Content hashes: SHA-256 for what is stored, stable 64-bit hashes for ids and rows. */
@NullMarked
package dev.assay.core.fingerprint;

import org.jspecify.annotations.NullMarked;
