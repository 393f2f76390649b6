/** What the predictions of one bundle are worth: metrics by label, slice and group, and support. */
@NullMarked
package dev.assay.core.evaluation;

import org.jspecify.annotations.NullMarked;
