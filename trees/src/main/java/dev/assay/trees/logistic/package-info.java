/** L2-regularised logistic regression by liblinear: the baseline. */
@NullMarked
package dev.assay.trees.logistic;

import org.jspecify.annotations.NullMarked;
