package dev.assay.core.metric;

import java.util.List;

/**
 * What is measured, before averaging over labels. Names and definitions follow scikit-learn 1.2;
 * where scikit-learn warns and returns 0, or raises, the value here is undefined with a reason.
 */
public enum Measure {
  /**
   * {@code (1 + b^2) tp / ((1 + b^2) tp + b^2 fn + fp)}, as {@code fbeta_score}. 0 where nothing
   * was hit; undefined where there is neither a positive nor a predicted positive.
   */
  F_BETA("f", Basis.COUNTS, Sense.HIGHER),
  /** {@code tp / (tp + fp)}; undefined where nothing was predicted. */
  PRECISION("precision", Basis.COUNTS, Sense.HIGHER),
  /** {@code tp / (tp + fn)}; undefined where there is no positive. */
  RECALL("recall", Basis.COUNTS, Sense.HIGHER),
  /**
   * {@code sum over cuts of (recall_i - recall_(i-1)) precision_i}, without interpolation, equal
   * scores being one cut, as {@code average_precision_score}; undefined where there is no positive.
   */
  AVERAGE_PRECISION("average_precision", Basis.RANKS, Sense.HIGHER),
  /**
   * The share of pairs of a positive and a negative in which the positive scores higher, ties
   * counting half, as {@code roc_auc_score}; for several classes one against the rest. Undefined
   * where either kind is missing.
   */
  ROC_AUC("roc_auc", Basis.RANKS, Sense.HIGHER),
  /**
   * For one label the mean of {@code (score - truth)^2}, in {@code [0, 1]}, as {@code
   * brier_score_loss}. For several classes, which scikit-learn 1.2 does not offer, the mean over
   * rows of that square summed over the classes, in {@code [0, 2]} (Brier 1950).
   */
  BRIER("brier", Basis.SQUARED_ERROR, Sense.LOWER),
  /**
   * The mean of {@code -ln(score of what is true)}, in nats, as {@code log_loss}: scores are
   * clipped to {@code [e, 1 - e]} with the {@code e = 2^-23} that scikit-learn takes for 32-bit
   * scores, and those of several classes then divided by their sum. Unlike scikit-learn, defined
   * where only one class occurs.
   */
  LOG_LOSS("log_loss", Basis.LOG_LOSS, Sense.LOWER),
  /**
   * Expected calibration error in {@code [0, 1]}: the mean over rows of {@code |mean score - share
   * of positives|} of the row's bin, with 15 bins of equal width (Naeini, Cooper and Hauskrecht,
   * AAAI 2015). For several classes of the highest score and whether it is right (Guo et al., ICML
   * 2017).
   */
  ECE("ece", Basis.CALIBRATION, Sense.LOWER),
  /**
   * The share of rows decided right, as {@code accuracy_score}; for a multilabel task the share of
   * rows that are right in all labels, of those with all labels known.
   */
  ACCURACY("accuracy", Basis.COUNTS, Sense.HIGHER),
  /**
   * The mean of the recalls of all classes (for one label: of positives and of negatives), as
   * {@code balanced_accuracy_score}. Of several classes those without a row are left out; for one
   * label it is undefined where positives or negatives are missing.
   */
  BALANCED_ACCURACY("balanced_accuracy", Basis.COUNTS, Sense.HIGHER),
  /**
   * Matthews correlation coefficient in {@code [-1, 1]}, as {@code matthews_corrcoef} (for several
   * classes Gorodkin's R_K); undefined, where scikit-learn says 0, if truth or predictions are all
   * of one class.
   */
  MCC("mcc", Basis.COUNTS, Sense.HIGHER),
  /** The share of rows that are predicted positive. */
  POSITIVE_RATE("positive_rate", Basis.COUNTS, Sense.NEITHER),
  /** The share of rows that are positive. */
  PRIOR("prior", Basis.COUNTS, Sense.NEITHER);

  /** What a measure is computed from. */
  public enum Basis {
    /** Counts of right and wrong decisions. */
    COUNTS,
    /** Sums of squared errors of scores. */
    SQUARED_ERROR,
    /** Sums of logarithms of scores. */
    LOG_LOSS,
    /** Sums of scores and truth by bin of scores. */
    CALIBRATION,
    /** The order of scores alone. */
    RANKS
  }

  /** Which way a measure gets better. */
  public enum Sense {
    /** Higher is better. */
    HIGHER,
    /** Lower is better. */
    LOWER,
    /** It describes data or decisions and is neither good nor bad. */
    NEITHER
  }

  private final String key;
  private final Basis basis;
  private final Sense sense;

  Measure(String key, Basis basis, Sense sense) {
    this.key = key;
    this.basis = basis;
    this.sense = sense;
  }

  /** The name in files and on the command line; for {@link #F_BETA} it goes on with beta. */
  public String key() {
    return key;
  }

  /** What it is computed from. */
  public Basis basis() {
    return basis;
  }

  /** Which way it gets better. */
  public Sense sense() {
    return sense;
  }

  /**
   * The averages over labels that it has: all for precision, recall, F-beta and the rank measures,
   * as in scikit-learn; for the others none and macro.
   */
  public List<Averaging> averagings() {
    return switch (this) {
      case F_BETA, PRECISION, RECALL, AVERAGE_PRECISION, ROC_AUC -> List.of(Averaging.values());
      case BRIER, LOG_LOSS, ECE, ACCURACY, BALANCED_ACCURACY, MCC, POSITIVE_RATE, PRIOR ->
          List.of(Averaging.NONE, Averaging.MACRO);
    };
  }
}
