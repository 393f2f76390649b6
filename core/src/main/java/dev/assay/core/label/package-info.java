/** Task kinds, ordered label names with their fingerprint, and labels that may be unknown. */
@NullMarked
package dev.assay.core.label;

import org.jspecify.annotations.NullMarked;
