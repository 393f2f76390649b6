/** Trains one configuration with several seeds and measures how far its figures move. */
@NullMarked
package dev.assay.pipeline.noise;

import org.jspecify.annotations.NullMarked;
