/** The trainer {@code transformer}: fine-tunes an encoder and gives an ONNX model. */
@NullMarked
package dev.assay.text.transformer;

import org.jspecify.annotations.NullMarked;
