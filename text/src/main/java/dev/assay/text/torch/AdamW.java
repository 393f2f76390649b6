package dev.assay.text.torch;

import dev.assay.text.encoder.FloatTensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * AdamW (Loshchilov and Hutter, 2019) with exponents 0.9 and 0.999. Rows of the table of token
 * embeddings are moved, and their moments updated, only where a batch has the token, as libtorch's
 * SparseAdam does: a step over the whole table would take as long as the rest of the network.
 */
final class AdamW implements AutoCloseable {

  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final Parameters parameters;
  private final RateGroups groups;
  private final double decay;
  private final Map<String, Tensor> first = new TreeMap<>();
  private final Map<String, Tensor> second = new TreeMap<>();

  /**
   * An optimiser.
   *
   * @param frozen names of the weights that are never moved, for which no moments are kept
   */
  AdamW(Parameters parameters, RateGroups groups, Set<String> frozen, double decay) {
    this.parameters = parameters;
    this.groups = groups;
    this.decay = decay;
    parameters
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (!frozen.contains(name)) {
                first.put(name, torch.zeros_like(tensor));
                second.put(name, torch.zeros_like(tensor));
              }
            });
  }

  /**
   * Moves one weight. Different weights may be moved by different threads at once.
   *
   * @param step the number of the step, from 1 on
   * @param rate the rate of the step, before the multiplier of the weight
   */
  void move(String name, Tensor gradient, int step, double rate) {
    NativeScope.run(
        () ->
            move(
                parameters.tensor(name),
                Objects.requireNonNull(first.get(name)),
                Objects.requireNonNull(second.get(name)),
                gradient,
                step,
                rate * groups.multiplier(name),
                groups.decays(name) ? decay : 0));
  }

  /**
   * Moves rows of a table.
   *
   * @param rows which rows, none twice
   * @param gradient the gradient by them, in that order
   */
  void moveRows(String name, Tensor rows, Tensor gradient, int step, double rate) {
    NativeScope.run(
        () -> {
          Tensor table = parameters.tensor(name);
          Tensor firstTable = Objects.requireNonNull(first.get(name));
          Tensor secondTable = Objects.requireNonNull(second.get(name));
          Tensor values = table.index_select(0, rows);
          Tensor m = firstTable.index_select(0, rows);
          Tensor v = secondTable.index_select(0, rows);
          move(values, m, v, gradient, step, rate * groups.multiplier(name), decay);
          table.index_copy_(0, rows, values);
          firstTable.index_copy_(0, rows, m);
          secondTable.index_copy_(0, rows, v);
        });
  }

  /** The moments by name, where they lie: good until the next move. */
  Map<String, FloatTensor> moments() {
    Map<String, FloatTensor> moments = new LinkedHashMap<>();
    first.forEach((name, m) -> moments.put(TrainingState.FIRST + name, TensorCopies.view(m)));
    second.forEach((name, v) -> moments.put(TrainingState.SECOND + name, TensorCopies.view(v)));
    return moments;
  }

  /** Takes over the moments of a state of the same training. */
  void restore(TrainingState state) {
    first.forEach((name, m) -> TensorCopies.into(m, state.tensor(TrainingState.FIRST + name)));
    second.forEach((name, v) -> TensorCopies.into(v, state.tensor(TrainingState.SECOND + name)));
  }

  private static void move(
      Tensor weight, Tensor m, Tensor v, Tensor gradient, int step, double rate, double decay) {
    double correction1 = 1 - Math.pow(BETA1, step);
    double correction2 = Math.sqrt(1 - Math.pow(BETA2, step));
    m.lerp_(gradient, new Scalar(1 - BETA1));
    v.mul_(new Scalar(BETA2)).addcmul_(gradient, gradient, new Scalar(1 - BETA2));
    if (decay > 0) {
      weight.mul_(new Scalar(1 - rate * decay));
    }
    Tensor root = v.sqrt().div_(new Scalar(correction2)).add_(new Scalar(EPSILON));
    weight.addcdiv_(m, root, new Scalar(-rate / correction1));
  }

  @Override
  public void close() {
    first.values().forEach(Tensor::close);
    second.values().forEach(Tensor::close);
  }
}
