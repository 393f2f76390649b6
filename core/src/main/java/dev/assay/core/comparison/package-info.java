/** Candidate and champion on the same examples: figures, differences and how sure they are. */
@NullMarked
package dev.assay.core.comparison;

import org.jspecify.annotations.NullMarked;
