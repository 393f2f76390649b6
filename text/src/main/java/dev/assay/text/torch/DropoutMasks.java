package dev.assay.text.torch;

import java.util.Random;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Masks for dropout (Srivastava et al., 2014): each is a stretch of one long row of draws from a
 * place drawn anew. Drawing every number anew costs as much as a matrix product on a CPU; two
 * stretches share draws only where they overlap, at other units.
 */
final class DropoutMasks implements AutoCloseable {

  private static final int DRAWS = 1 << 22;

  private final Tensor draws;
  private final Random random;
  private final double rate;

  /**
   * Masks of a rate.
   *
   * @param rate the share of units that are dropped, in {@code [0, 1)}
   */
  DropoutMasks(double rate, long seed) {
    this.rate = rate;
    this.random = new Random(seed);
    float kept = (float) (1 / (1 - rate));
    float[] values = new float[rate == 0 ? 1 : DRAWS];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() < rate ? 0 : kept;
    }
    this.draws = torch.empty(values.length);
    NativeScope.run(() -> draws.data_ptr_float().put(values));
  }

  /** A tensor with some of its units dropped and the others scaled to the same expectation. */
  Tensor drop(Tensor units) {
    if (rate == 0) {
      return units;
    }
    long count = units.numel();
    if (count > DRAWS) {
      return torch.dropout(units, rate, true);
    }
    long from = random.nextInt((int) (DRAWS - count) + 1);
    return units.mul(draws.narrow(0, from, count).view_as(units));
  }

  @Override
  public void close() {
    draws.close();
  }
}
