package dev.assay.text.torch;

import dev.assay.text.encoder.Architecture;
import dev.assay.text.encoder.RelativeBuckets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Computes hidden states as {@link Architecture} describes them. Calls belong in a scope. */
final class EncoderForward {

  /** Added to the attention of padding: low enough to vanish, and no infinity. */
  private static final float BLOCKED = -1e9f;

  private final Architecture shape;
  private final Leaves leaves;
  private final DropoutMasks dropout;

  EncoderForward(Architecture shape, Leaves leaves, DropoutMasks dropout) {
    this.shape = shape;
    this.leaves = leaves;
    this.dropout = dropout;
  }

  /**
   * The hidden states after each layer, {@code (B, L, d)}.
   *
   * @param words the embeddings of the distinct tokens of the batch, {@code (u, d)}
   */
  List<Tensor> hiddenStates(TokenBatch batch, Tensor words) {
    int texts = batch.texts();
    int length = batch.length();
    Tensor places = torch.tensor(batch.places()).view(texts, length);
    Tensor x = embed(torch.embedding(words, places), length);
    Optional<Tensor> bias = attentionBias(batch);
    List<Tensor> states = new ArrayList<>();
    for (int i = 0; i < shape.layers(); i++) {
      x = layer(x, "encoder.layer." + i + ".", bias, texts, length);
      states.add(x);
    }
    return states;
  }

  private Tensor embed(Tensor words, int length) {
    Tensor sum =
        words.add(
            leaves
                .tensor("embeddings.position_embeddings.weight")
                .narrow(0, shape.firstPosition(), length));
    if (shape.segments() > 0) {
      sum = sum.add(leaves.tensor("embeddings.token_type_embeddings.weight").select(0, 0));
    }
    return dropout.drop(norm(sum, "embeddings.LayerNorm"));
  }

  private Tensor layer(Tensor x, String name, Optional<Tensor> bias, int texts, int length) {
    Tensor query = heads(linear(x, name + "attention.self.query"), texts, length);
    Tensor key = heads(linear(x, name + "attention.self.key"), texts, length);
    Tensor value = heads(linear(x, name + "attention.self.value"), texts, length);
    Tensor context =
        attend(query, key, value, bias).transpose(1, 2).reshape(texts, length, shape.width());
    Tensor attended = dropout.drop(linear(context, name + "attention.output.dense"));
    Tensor y = norm(attended.add(x), name + "attention.output.LayerNorm");
    Tensor inner = torch.gelu(linear(y, name + "intermediate.dense"));
    Tensor outer = dropout.drop(linear(inner, name + "output.dense"));
    return norm(outer.add(y), name + "output.LayerNorm");
  }

  private Tensor heads(Tensor x, int texts, int length) {
    return x.view(texts, length, shape.heads(), shape.headWidth()).transpose(1, 2);
  }

  private Tensor attend(Tensor query, Tensor key, Tensor value, Optional<Tensor> bias) {
    if (shape.relativeBuckets() == 0) {
      return torch.scaled_dot_product_attention(
          query,
          key,
          value,
          bias.map(TensorOptional::new).orElseGet(TensorOptional::new),
          0.0,
          false,
          new DoubleOptional(),
          false);
    }
    // The fused attention has no gradient by its bias, which is learned here.
    Tensor scaled =
        query.matmul(key.transpose(2, 3)).mul(new Scalar(1 / Math.sqrt(shape.headWidth())));
    Tensor biased = bias.isPresent() ? scaled.add(bias.get()) : scaled;
    return torch.softmax(biased, -1).matmul(value);
  }

  /** What is added to the products of queries and keys, {@code (B, h, L, L)} or broadcast to it. */
  private Optional<Tensor> attentionBias(TokenBatch batch) {
    int length = batch.length();
    Optional<Tensor> padding = Optional.empty();
    if (batch.isPadded()) {
      float[] blocked = batch.mask();
      for (int i = 0; i < blocked.length; i++) {
        blocked[i] = blocked[i] == 0 ? BLOCKED : 0;
      }
      padding =
          Optional.of(
              torch
                  .tensor(blocked)
                  .view(batch.texts(), 1, 1, length)
                  .expand(batch.texts(), shape.heads(), length, length));
    }
    if (shape.relativeBuckets() == 0) {
      return padding;
    }
    Tensor relative =
        torch
            .embedding(
                leaves.tensor("encoder.relative_attention_bias.weight"),
                torch.tensor(buckets(length)))
            .view(length, length, shape.heads())
            .permute(2, 0, 1)
            .unsqueeze(0);
    return Optional.of(padding.isPresent() ? padding.get().add(relative) : relative);
  }

  /** The bucket of each pair of places, from that of the query to that of the key. */
  private long[] buckets(int length) {
    long[] buckets = new long[length * length];
    for (int query = 0; query < length; query++) {
      for (int key = 0; key < length; key++) {
        buckets[query * length + key] =
            RelativeBuckets.bucket(key - query, shape.relativeBuckets());
      }
    }
    return buckets;
  }

  private Tensor linear(Tensor x, String name) {
    return torch.linear(
        x, leaves.tensor(name + ".weight"), new TensorOptional(leaves.tensor(name + ".bias")));
  }

  private Tensor norm(Tensor x, String name) {
    return torch.layer_norm(
        x,
        new long[] {shape.width()},
        new TensorOptional(leaves.tensor(name + ".weight")),
        new TensorOptional(leaves.tensor(name + ".bias")),
        shape.epsilon(),
        true);
  }
}
