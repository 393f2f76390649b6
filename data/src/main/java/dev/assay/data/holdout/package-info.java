/** Evaluation sets outside the parts: cutting them out of training, their files, their health. */
@NullMarked
package dev.assay.data.holdout;

import org.jspecify.annotations.NullMarked;
