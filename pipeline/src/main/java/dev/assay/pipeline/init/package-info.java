/** Writes the first experiment file for data of one's own. */
@NullMarked
package dev.assay.pipeline.init;

import org.jspecify.annotations.NullMarked;
