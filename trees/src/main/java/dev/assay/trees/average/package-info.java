/** Trainer {@code average}: several models whose scores are averaged. */
@NullMarked
package dev.assay.trees.average;

import org.jspecify.annotations.NullMarked;
