package dev.assay.text.torch;

import dev.assay.core.fingerprint.StableHash;
import dev.assay.text.encoder.Architecture;
import dev.assay.text.network.Classifier;
import dev.assay.text.tokenise.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** One thread's part of a training: its share of each batch, with gradients of its own. */
final class Worker implements AutoCloseable {

  private final Classifier shape;
  private final Parameters parameters;
  private final boolean wordsLearn;
  private final Leaves leaves;
  private final DropoutMasks inner;
  private final DropoutMasks outer;
  private final DropoutMasks none = new DropoutMasks(0, 0);
  private final List<WordGradient> words = new ArrayList<>();

  Worker(
      Classifier shape,
      Parameters parameters,
      Set<String> frozen,
      Optimisation optimisation,
      long seed) {
    this.shape = shape;
    this.parameters = parameters;
    this.wordsLearn = !frozen.contains(Parameters.WORDS);
    this.leaves = new Leaves(parameters, frozen);
    this.inner = new DropoutMasks(optimisation.dropout(), StableHash.combine(seed, 0));
    this.outer = new DropoutMasks(optimisation.headDropout(), StableHash.combine(seed, 1));
  }

  /** The weights with this worker's gradients. */
  Leaves leaves() {
    return leaves;
  }

  /** The gradients by token embeddings since the last call, which the caller closes. */
  List<WordGradient> takeWordGradients() {
    List<WordGradient> taken = List.copyOf(words);
    words.clear();
    return taken;
  }

  /** Starts a step, counted from 0. */
  void begin(int step) {
    inner.begin(step);
    outer.begin(step);
  }

  /**
   * Adds the gradients of some rows to those that are there.
   *
   * @param divisor what the sum of the loss is divided by
   * @return the sum of the loss over these rows
   */
  double differentiate(Tokens tokens, int[] rows, LossForward loss, double divisor) {
    return NativeScope.call(
        () -> {
          TokenBatch batch = batch(tokens, rows);
          Tensor vocabulary = torch.tensor(batch.vocabulary());
          Tensor embeddings = parameters.tensor(Parameters.WORDS).index_select(0, vocabulary);
          embeddings.set_requires_grad(wordsLearn);
          Tensor sum = loss.sum(logits(batch, embeddings, inner, outer), rows);
          sum.div(new Scalar(divisor)).backward();
          if (wordsLearn) {
            // A handle of its own: that of grad() ends with the embeddings.
            Tensor gradient = embeddings.grad().detach();
            gradient.retainReference();
            words.add(new WordGradient(batch.vocabulary(), gradient));
          }
          return sum.item_double();
        });
  }

  /** The scores of some rows, by label and place among the rows. */
  void score(Tokens tokens, int[] rows, int[] places, float[][] scores) {
    NativeScope.runWithoutGradients(
        () -> {
          TokenBatch batch = batch(tokens, rows);
          Tensor vocabulary = torch.tensor(batch.vocabulary());
          Tensor embeddings = parameters.tensor(Parameters.WORDS).index_select(0, vocabulary);
          Tensor logits = logits(batch, embeddings, none, none);
          Tensor activated =
              switch (shape.activation()) {
                case SIGMOID -> torch.sigmoid(logits);
                case SOFTMAX -> torch.softmax(logits, -1);
              };
          float[] values = new float[rows.length * scores.length];
          activated.contiguous().data_ptr_float().get(values);
          for (int i = 0; i < rows.length; i++) {
            for (int label = 0; label < scores.length; label++) {
              scores[label][places[i]] = values[i * scores.length + label];
            }
          }
        });
  }

  private TokenBatch batch(Tokens tokens, int[] rows) {
    return new TokenBatch(tokens, rows, shape.encoder().architecture().padding());
  }

  private Tensor logits(
      TokenBatch batch, Tensor embeddings, DropoutMasks inEncoder, DropoutMasks inHead) {
    Architecture encoder = shape.encoder().architecture();
    List<Tensor> states =
        new EncoderForward(encoder, leaves, inEncoder).hiddenStates(batch, embeddings);
    return new HeadForward(shape.head().pooling(), shape.head().layers().size(), leaves, inHead)
        .logits(batch, states);
  }

  @Override
  public void close() {
    words.forEach(WordGradient::close);
    leaves.close();
    inner.close();
    outer.close();
    none.close();
  }
}
