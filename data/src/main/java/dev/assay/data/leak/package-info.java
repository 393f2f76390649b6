/** Rows that say the same twice: near-duplicates, leaks between sets, rows seen in training. */
@NullMarked
package dev.assay.data.leak;

import org.jspecify.annotations.NullMarked;
