/** Resampling and intervals: how sure a figure or a difference is. */
@NullMarked
package dev.assay.core.statistics;

import org.jspecify.annotations.NullMarked;
