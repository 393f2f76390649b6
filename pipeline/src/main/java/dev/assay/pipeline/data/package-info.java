/** The work on data that needs no training: checks, parts, frozen holdouts, simulated rows. */
@NullMarked
package dev.assay.pipeline.data;

import org.jspecify.annotations.NullMarked;
