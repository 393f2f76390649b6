/**
 * Pretrained encoders: their architecture, their weights, and the files that both are read from.
 */
@NullMarked
package dev.assay.text.encoder;

import org.jspecify.annotations.NullMarked;
