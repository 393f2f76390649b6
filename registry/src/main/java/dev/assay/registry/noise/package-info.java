/** What was measured of how far a champion's figures move with the seed. */
@NullMarked
package dev.assay.registry.noise;

import org.jspecify.annotations.NullMarked;
