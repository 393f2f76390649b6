/**
 * From model to decision: a model with its calibration and decision rule, fresh or from a bundle.
 */
@NullMarked
package dev.assay.pipeline.scoring;

import org.jspecify.annotations.NullMarked;
