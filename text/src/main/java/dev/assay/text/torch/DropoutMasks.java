package dev.assay.text.torch;

import dev.assay.core.fingerprint.StableHash;
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

  /** The longest stretch: half of all, so that there are many places to start from. */
  private static final int LONGEST = DRAWS / 2;

  private final Tensor draws;
  private final long seed;
  private final double rate;
  private Random random;

  /**
   * Masks of a rate.
   *
   * @param rate the share of units that are dropped, in {@code [0, 1)}
   */
  DropoutMasks(double rate, long seed) {
    this.rate = rate;
    this.seed = seed;
    this.random = new Random(seed);
    float kept = (float) (1 / (1 - rate));
    float[] values = new float[rate == 0 ? 1 : DRAWS];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() < rate ? 0 : kept;
    }
    this.draws = torch.empty(values.length);
    NativeScope.run(() -> draws.data_ptr_float().put(values));
  }

  /**
   * Starts a step: what is dropped in it depends on seed and step alone, so that a training can go
   * on at any step without knowing what was drawn before.
   */
  void begin(int step) {
    random = new Random(StableHash.combine(seed, step));
  }

  /** A tensor with some of its units dropped and the others scaled to the same expectation. */
  Tensor drop(Tensor units) {
    if (rate == 0) {
      return units;
    }
    long count = units.numel();
    return units.mul((count > LONGEST ? joined(count) : stretch(count)).view_as(units));
  }

  private Tensor stretch(long count) {
    return draws.narrow(0, random.nextInt((int) (DRAWS - count) + 1), count);
  }

  /** Several stretches end to end. */
  private Tensor joined(long count) {
    Tensor mask = torch.empty(count);
    for (long from = 0; from < count; from += LONGEST) {
      long part = Math.min(LONGEST, count - from);
      mask.narrow(0, from, part).copy_(stretch(part));
    }
    return mask;
  }

  @Override
  public void close() {
    draws.close();
  }
}
