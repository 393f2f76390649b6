package dev.assay.data.parts;

/**
 * How much of the data each part gets.
 *
 * @param train share of training, in {@code (0, 1]}
 * @param validation share of validation, in {@code [0, 1)}
 * @param test share of test, in {@code [0, 1)}; the three sum to 1
 */
public record Shares(double train, double validation, double test) {

  /** Seven tenths to learn from, the rest in equal halves. */
  public static final Shares STANDARD = new Shares(0.7, 0.15, 0.15);

  private static final double ROUNDING = 1e-9;

  /** Checks ranges and sum. */
  public Shares {
    boolean inRange = train > 0 && validation >= 0 && test >= 0;
    if (!inRange || Math.abs(train + validation + test - 1) > ROUNDING) {
      throw new IllegalArgumentException(
          "Shares are positive for training, not negative, and sum to 1, not "
              + train
              + " + "
              + validation
              + " + "
              + test
              + ".");
    }
  }

  /** The share of a part. */
  public double of(Part part) {
    return switch (part) {
      case TRAIN -> train;
      case VALIDATION -> validation;
      case TEST -> test;
    };
  }

  /**
   * The part that a number falls into when {@code [0, 1)} is divided by these shares.
   *
   * @param unit in {@code [0, 1)}
   */
  Part at(double unit) {
    if (unit < train) {
      return Part.TRAIN;
    }
    return unit < train + validation || test == 0 ? Part.VALIDATION : Part.TEST;
  }
}
