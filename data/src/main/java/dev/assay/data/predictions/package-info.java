/** Predictions in files, whoever made them. */
@NullMarked
package dev.assay.data.predictions;

import org.jspecify.annotations.NullMarked;
