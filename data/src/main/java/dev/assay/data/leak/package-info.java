/**
 * What makes figures look better than they are: rows that say the same twice (near-duplicates,
 * leaks between sets, rows seen in training), and features that tell the label.
 */
@NullMarked
package dev.assay.data.leak;

import org.jspecify.annotations.NullMarked;
