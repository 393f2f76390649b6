/** Measures Assay against the tools that it takes the place of, on the same data. */
@NullMarked
package dev.assay.benchmarks;

import org.jspecify.annotations.NullMarked;
