/** Trained classifiers as ONNX files in several precisions, and the runtime that serves them. */
@NullMarked
package dev.assay.text.onnx;

import org.jspecify.annotations.NullMarked;
