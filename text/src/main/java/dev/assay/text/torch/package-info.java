/**
 * Networks in libtorch's memory: forward, backward and step. The only package that calls libtorch.
 *
 * <p>Shapes are given with {@code B} for the texts of a batch, {@code L} for the tokens of the
 * longest of them, {@code d} for the width of hidden states, {@code h} for heads and {@code k} for
 * labels.
 */
@NullMarked
package dev.assay.text.torch;

import org.jspecify.annotations.NullMarked;
