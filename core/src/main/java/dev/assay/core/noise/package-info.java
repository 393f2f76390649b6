/** How far figures move when nothing but the seed of the training changes. */
@NullMarked
package dev.assay.core.noise;

import org.jspecify.annotations.NullMarked;
