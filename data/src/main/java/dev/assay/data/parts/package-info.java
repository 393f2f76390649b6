/** Who is in training, validation and test, once and for all: parts that never reshuffle. */
@NullMarked
package dev.assay.data.parts;

import org.jspecify.annotations.NullMarked;
