package dev.assay.core.metric;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A metric of the catalogue: a measure with its average over labels, named as in scikit-learn, such
 * as {@code f1}, {@code f0.5_macro} or {@code roc_auc_weighted}.
 *
 * <p>An average leaves out the labels that have no value and is undefined where none has one. One
 * case counts 0 instead, as with scikit-learn's {@code zero_division=0}: the precision of a label
 * that has positives of which none was predicted; were it left out, a model would gain by never
 * predicting a label.
 *
 * @param measure what is measured
 * @param beta how many times recall counts as much as precision, {@code > 0}; 1 for every measure
 *     but {@link Measure#F_BETA}
 * @param averaging how labels become one figure
 */
public record Metric(Measure measure, double beta, Averaging averaging) {

  private static final Pattern F_NAME = Pattern.compile("f(\\d+(?:\\.\\d+)?)");
  private static final List<Double> CATALOGUE_BETAS = List.of(1.0, 0.5, 2.0);

  /** Checks beta and that the measure has such an average. */
  public Metric {
    if (!(beta > 0 && Double.isFinite(beta)) || (measure != Measure.F_BETA && beta != 1)) {
      throw new IllegalArgumentException("A beta of " + beta + " does not fit " + measure + ".");
    }
    if (!measure.averagings().contains(averaging)) {
      throw new IllegalArgumentException(
          "There is no "
              + measure.key()
              + averaging.suffix()
              + "; use "
              + measure.key()
              + "_macro.");
    }
  }

  /** A measure other than {@link Measure#F_BETA}, of one label or a whole task. */
  public static Metric of(Measure measure) {
    return new Metric(measure, 1, Averaging.NONE);
  }

  /** The F-beta of one label. */
  public static Metric fBeta(double beta) {
    return new Metric(Measure.F_BETA, beta, Averaging.NONE);
  }

  /** The same measure under another average. */
  public Metric averaged(Averaging other) {
    return new Metric(measure, beta, other);
  }

  /**
   * The metric of a name.
   *
   * @throws IllegalArgumentException for a name that is not known, with the nearest one that is
   */
  public static Metric parse(String name) {
    String trimmed = name.strip().toLowerCase(Locale.ROOT);
    for (Averaging averaging : Averaging.values()) {
      if (!averaging.suffix().isEmpty() && trimmed.endsWith(averaging.suffix())) {
        String stem = trimmed.substring(0, trimmed.length() - averaging.suffix().length());
        return parsed(name, stem, averaging);
      }
    }
    return parsed(name, trimmed, Averaging.NONE);
  }

  private static Metric parsed(String name, String stem, Averaging averaging) {
    Matcher f = F_NAME.matcher(stem);
    if (f.matches()) {
      return new Metric(Measure.F_BETA, Double.parseDouble(f.group(1)), averaging);
    }
    for (Measure measure : Measure.values()) {
      if (measure != Measure.F_BETA && measure.key().equals(stem)) {
        return new Metric(measure, 1, averaging);
      }
    }
    List<String> known = catalogue().stream().map(Metric::name).toList();
    throw new IllegalArgumentException(
        "No metric '" + name + "'. " + NearestName.advice(name, known));
  }

  /** The metrics that there are, with F-beta at 1, 0.5 and 2, in the order to be shown in. */
  public static List<Metric> catalogue() {
    List<Metric> metrics = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      for (double beta : measure == Measure.F_BETA ? CATALOGUE_BETAS : List.of(1.0)) {
        for (Averaging averaging : measure.averagings()) {
          metrics.add(new Metric(measure, beta, averaging));
        }
      }
    }
    return List.copyOf(metrics);
  }

  /** The metrics of the catalogue that rows of this schema have as a whole. */
  public static List<Metric> catalogue(LabelSchema schema) {
    return catalogue().stream().filter(metric -> metric.isOfWhole(schema)).toList();
  }

  /**
   * Whether the rows of a schema as a whole can have this metric. A binary schema has no averages,
   * having one label only. For several labels a plain {@code f1} would leave open which average is
   * meant, so it needs one; a few measures have a definition for several classes, and accuracy for
   * several labels.
   */
  public boolean isOfWhole(LabelSchema schema) {
    if (schema.kind() == TaskKind.BINARY) {
      return averaging == Averaging.NONE;
    }
    if (averaging != Averaging.NONE) {
      return true;
    }
    return switch (measure) {
      case ACCURACY -> true;
      case BALANCED_ACCURACY, MCC, BRIER, LOG_LOSS, ECE -> schema.kind() == TaskKind.MULTICLASS;
      case F_BETA, PRECISION, RECALL, AVERAGE_PRECISION, ROC_AUC, POSITIVE_RATE, PRIOR -> false;
    };
  }

  /**
   * Whether a higher value is better. True, too, for {@code positive_rate} and {@code prior}, which
   * are neither good nor bad: see {@link Measure#sense()}.
   */
  public boolean higherIsBetter() {
    return measure.sense() != Measure.Sense.LOWER;
  }

  /** The name, which {@link #parse} reads. */
  public String name() {
    String stem = measure.key();
    if (measure == Measure.F_BETA) {
      boolean whole = beta == Math.rint(beta);
      stem += whole ? Long.toString((long) beta) : Double.toString(beta);
    }
    return stem + averaging.suffix();
  }

  /** The least value that the metric can take. */
  public double least() {
    return measure == Measure.MCC ? -1 : 0;
  }

  /** The greatest value that the metric can take; empty where it has no bound. */
  public OptionalDouble greatest() {
    return switch (measure) {
      case LOG_LOSS -> OptionalDouble.empty();
      case BRIER -> OptionalDouble.of(averaging == Averaging.NONE ? 2 : 1);
      default -> OptionalDouble.of(1);
    };
  }

  @Override
  public String toString() {
    return name();
  }
}
