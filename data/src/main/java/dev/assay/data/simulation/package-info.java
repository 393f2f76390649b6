/** Seeded simulations of data whose truth is known, to try the loop on and to test it with. */
@NullMarked
package dev.assay.data.simulation;

import org.jspecify.annotations.NullMarked;
