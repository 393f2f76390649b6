/** Judges predictions from files, whoever made them: no data, model or registry is needed. */
@NullMarked
package dev.assay.pipeline.predictions;

import org.jspecify.annotations.NullMarked;
