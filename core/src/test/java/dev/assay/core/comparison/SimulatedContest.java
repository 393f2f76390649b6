package dev.assay.core.comparison;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import dev.assay.core.threshold.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Champion and candidate with known rates of error, on rows that are drawn anew each time. With
 * probability {@code shared} a row is equally hard for both, so that the one with the lower rate
 * errs only where the other one does; else they err independently. With equal rates {@code shared}
 * is the correlation of their errors.
 *
 * @param rows how many rows there are
 * @param labels how many labels, independent of each other
 * @param prevalence the share of positives of each label
 * @param champion the champion's rates of error
 * @param candidate the candidate's
 * @param shared in {@code [0, 1]}
 * @param levels how many levels the slice {@code language} has; level {@code i} is {@code i + 1}
 *     times as frequent as the first one
 * @param groups how many groups there are, of 1 to 4 parts of the rows; 0 for none
 * @param groupSpread the standard deviation of the logarithm of a side's rates of error over groups
 */
public record SimulatedContest(
    int rows,
    int labels,
    double prevalence,
    Errors champion,
    Errors candidate,
    double shared,
    int levels,
    int groups,
    double groupSpread) {

  /**
   * Rates of error.
   *
   * @param miss the share of positives that is not predicted
   * @param falseAlarm the share of negatives that is predicted
   */
  public record Errors(double miss, double falseAlarm) {

    /** The F1 that these rates come to. */
    double f1(double prevalence) {
      double truePositives = prevalence * (1 - miss);
      double falsePositives = (1 - prevalence) * falseAlarm;
      return 2 * truePositives / (truePositives + falsePositives + prevalence);
    }
  }

  /** Both sides. */
  public record Sides(Side champion, Side candidate) {}

  /** One label on independent rows. */
  public static SimulatedContest ofRows(
      int rows, double prevalence, Errors champion, Errors candidate, double shared) {
    return new SimulatedContest(rows, 1, prevalence, champion, candidate, shared, 0, 0, 0);
  }

  /** The true difference in F1 of each label. */
  public double difference() {
    return candidate.f1(prevalence) - champion.f1(prevalence);
  }

  /**
   * The same with a candidate whose true F1 is lower or higher by so much, by more or fewer misses.
   */
  public SimulatedContest withDifference(double difference) {
    double f1 = champion.f1(prevalence) + difference;
    double falsePositives = (1 - prevalence) * champion.falseAlarm;
    double recall = f1 * (falsePositives + prevalence) / (prevalence * (2 - f1));
    Errors changed = new Errors(1 - recall, champion.falseAlarm);
    return new SimulatedContest(
        rows, labels, prevalence, champion, changed, shared, levels, groups, groupSpread);
  }

  /** Draws rows, truth and errors. */
  public Sides draw(Random random) {
    int[] group = drawnLevels(random, groups, g -> 1 + g % 4);
    double[] championFactor = factors(random);
    double[] candidateFactor = factors(random);
    byte[][] truth = new byte[labels][rows];
    float[][] theirs = new float[labels][rows];
    float[][] ours = new float[labels][rows];
    for (int label = 0; label < labels; label++) {
      for (int row = 0; row < rows; row++) {
        boolean positive = random.nextDouble() < prevalence;
        double championLuck = random.nextDouble();
        double candidateLuck = random.nextDouble() < shared ? championLuck : random.nextDouble();
        boolean championErrs =
            championLuck < rate(champion, positive) * of(championFactor, group, row);
        boolean candidateErrs =
            candidateLuck < rate(candidate, positive) * of(candidateFactor, group, row);
        truth[label][row] = positive ? Labels.POSITIVE : Labels.NEGATIVE;
        theirs[label][row] = positive ^ championErrs ? 0.9f : 0.1f;
        ours[label][row] = positive ^ candidateErrs ? 0.9f : 0.1f;
      }
    }
    LabelSchema schema = schema();
    Attributes attributes = attributes(random, group);
    Labels states = Labels.ofColumns(schema, truth);
    Thresholds rule = Thresholds.uniform(schema, 0.5);
    return new Sides(
        new Side(new Predictions(attributes, states, Scores.takeOver(theirs)), rule),
        new Side(new Predictions(attributes, states, Scores.takeOver(ours)), rule));
  }

  private static double rate(Errors errors, boolean positive) {
    return positive ? errors.miss : errors.falseAlarm;
  }

  /** A factor of mean 1 for each group. */
  private double[] factors(Random random) {
    return IntStream.range(0, groups)
        .mapToDouble(
            g -> Math.exp(groupSpread * random.nextGaussian() - groupSpread * groupSpread / 2))
        .toArray();
  }

  private static double of(double[] factors, int[] group, int row) {
    return factors.length == 0 ? 1 : factors[group[row]];
  }

  private LabelSchema schema() {
    return labels == 1
        ? LabelSchema.binary("incident")
        : new LabelSchema(
            TaskKind.MULTILABEL, IntStream.range(0, labels).mapToObj(j -> "label" + j).toList());
  }

  private Attributes attributes(Random random, int[] group) {
    Attributes.Builder attributes =
        Attributes.of(IntStream.range(0, rows).mapToObj(i -> "id" + i).toList());
    if (groups > 0) {
      attributes.group(column("G", group));
    }
    if (levels > 0) {
      attributes.slice("language", column("L", drawnLevels(random, levels, i -> i + 1)));
    }
    return attributes.build();
  }

  private interface Weight {
    int of(int level);
  }

  /** The level of each row; how often one comes is in proportion to its weight. */
  private int[] drawnLevels(Random random, int count, Weight weight) {
    List<Integer> tickets = new ArrayList<>();
    for (int level = 0; level < count; level++) {
      for (int i = 0; i < weight.of(level); i++) {
        tickets.add(level);
      }
    }
    return count == 0
        ? new int[rows]
        : IntStream.range(0, rows).map(i -> tickets.get(random.nextInt(tickets.size()))).toArray();
  }

  private static CategoricalColumn column(String prefix, int[] levels) {
    return CategoricalColumn.of(IntStream.of(levels).mapToObj(level -> prefix + level).toList());
  }
}
