/**
 * What the stages of a run hand to each other: data, parts, contenders, scores and what came of
 * them.
 */
@NullMarked
package dev.assay.pipeline.trial;

import org.jspecify.annotations.NullMarked;
