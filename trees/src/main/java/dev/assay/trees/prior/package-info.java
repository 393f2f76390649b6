/** The training rate of each label as the score of everybody: the baseline's baseline. */
@NullMarked
package dev.assay.trees.prior;

import org.jspecify.annotations.NullMarked;
