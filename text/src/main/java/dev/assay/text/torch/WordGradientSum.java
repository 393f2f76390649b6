package dev.assay.text.torch;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** The gradients by token embeddings of all workers as one. */
final class WordGradientSum implements AutoCloseable {

  private final List<WordGradient> all;
  private final long[] vocabulary;
  private final @Nullable Tensor sum;

  WordGradientSum(List<WordGradient> all, int width) {
    this.all = all;
    this.vocabulary =
        all.stream()
            .flatMapToLong(part -> Arrays.stream(part.vocabulary()))
            .sorted()
            .distinct()
            .toArray();
    this.sum = vocabulary.length == 0 ? null : add(width);
  }

  private Tensor add(int width) {
    Tensor added = torch.zeros(vocabulary.length, width);
    for (WordGradient part : all) {
      long[] places =
          Arrays.stream(part.vocabulary())
              .map(token -> Arrays.binarySearch(vocabulary, token))
              .toArray();
      added.index_add_(0, torch.tensor(places), part.gradient());
    }
    return added;
  }

  boolean isEmpty() {
    return sum == null;
  }

  Tensor rows() {
    return torch.tensor(vocabulary);
  }

  Tensor gradient(double scale) {
    return Objects.requireNonNull(sum).mul(new Scalar(scale));
  }

  double squares() {
    return sum == null ? 0 : sum.flatten().dot(sum.flatten()).item_double();
  }

  @Override
  public void close() {
    all.forEach(WordGradient::close);
  }
}
