/** Objects on disk, named by the SHA-256 of their content. */
@NullMarked
package dev.assay.registry.object;

import org.jspecify.annotations.NullMarked;
