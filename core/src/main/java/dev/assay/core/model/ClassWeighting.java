package dev.assay.core.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How much the rows of each class weigh in training. */
public enum ClassWeighting {
  /** Every row weighs one. */
  NONE,
  /** A row of class c weighs {@code n / (k n_c)}, as scikit-learn's {@code balanced}. */
  BALANCED;

  /** The setting that chooses. */
  public static final Setting SETTING =
      new Setting.Choice(
          "class_weights",
          "Weighs rows so that all classes count alike (balanced), or not at all.",
          List.of("none", "balanced"),
          "none");

  /** The choice that was made. */
  public static ClassWeighting from(Settings settings) {
    return valueOf(settings.choice(SETTING.name()).toUpperCase(Locale.ROOT));
  }

  /**
   * The weight of a row of each class.
   *
   * @param counts how many rows each of the {@code k} classes has, at least one each
   */
  public double[] weights(long[] counts) {
    double rows = Arrays.stream(counts).sum();
    return switch (this) {
      case NONE -> Arrays.stream(counts).mapToDouble(count -> 1.0).toArray();
      case BALANCED ->
          Arrays.stream(counts).mapToDouble(count -> rows / (counts.length * count)).toArray();
    };
  }
}
