/**
 * Holdouts of left-out groups: each group is scored by a model that was trained without it, for the
 * configuration of the candidate and for that of the champion.
 */
@NullMarked
package dev.assay.pipeline.fold;

import org.jspecify.annotations.NullMarked;
