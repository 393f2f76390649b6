/** Maps from scores to probabilities, bound to the model whose scores they were fitted on. */
@NullMarked
package dev.assay.core.calibration;

import org.jspecify.annotations.NullMarked;
