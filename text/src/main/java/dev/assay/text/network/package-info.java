/**
 * The classifier that is trained and exported: an encoder, a pooling and a head, as plain weights
 * that belong to neither libtorch nor ONNX.
 */
@NullMarked
package dev.assay.text.network;

import org.jspecify.annotations.NullMarked;
