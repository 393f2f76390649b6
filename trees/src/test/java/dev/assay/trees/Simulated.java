package dev.assay.trees;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Folds;
import dev.assay.core.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Examples whose truth is known: the probability of every label is computed, then drawn from. */
public final class Simulated {

  private static final List<String> REGIONS = List.of("north", "east", "south", "west");
  private static final double[] REGION_EFFECTS = {1.5, -1.0, 0.0, 0.5};

  private final int rows;
  private final Random random;
  private final float[] first;
  private final float[] second;
  private final int[] regions;
  private final String idPrefix;

  public Simulated(int rows, long seed) {
    this.rows = rows;
    this.random = new Random(seed);
    this.idPrefix = seed + "-";
    this.first = new float[rows];
    this.second = new float[rows];
    this.regions = new int[rows];
    for (int i = 0; i < rows; i++) {
      first[i] = (float) random.nextGaussian();
      second[i] = (float) (3 + 2 * random.nextGaussian());
      regions[i] = random.nextInt(REGIONS.size());
    }
  }

  /** The probability that a row has the label. */
  public double probability(int row) {
    double logOdds = first[row] - 0.4 * (second[row] - 3) + REGION_EFFECTS[regions[row]] - 0.5;
    return 1 / (1 + Math.exp(-logOdds));
  }

  public Dataset binary() {
    byte[] states = new byte[rows];
    for (int i = 0; i < rows; i++) {
      states[i] = draw(probability(i));
    }
    return dataset(Labels.ofColumns(LabelSchema.binary("surge"), new byte[][] {states}));
  }

  /** Three classes: the regions' effects, and the numbers, decide. */
  public Dataset multiclass() {
    int[] classes = new int[rows];
    for (int i = 0; i < rows; i++) {
      double score = first[i] + REGION_EFFECTS[regions[i]] + random.nextGaussian() * 0.5;
      classes[i] = score < -0.5 ? 0 : score < 0.8 ? 1 : 2;
    }
    LabelSchema schema =
        new LabelSchema(TaskKind.MULTICLASS, List.of("negative", "neutral", "positive"));
    return dataset(Labels.ofClasses(schema, classes));
  }

  /** Two labels: 'hot' by the first number, 'cold' by its opposite. */
  public Dataset multilabel() {
    byte[][] states = new byte[2][rows];
    for (int i = 0; i < rows; i++) {
      states[0][i] = draw(1 / (1 + Math.exp(-2 * first[i])));
      states[1][i] = draw(1 / (1 + Math.exp(2 * first[i])));
    }
    return dataset(
        Labels.ofColumns(new LabelSchema(TaskKind.MULTILABEL, List.of("hot", "cold")), states));
  }

  private byte draw(double probability) {
    return random.nextDouble() < probability ? Labels.POSITIVE : Labels.NEGATIVE;
  }

  private Dataset dataset(Labels labels) {
    Map<String, Column> features = new LinkedHashMap<>();
    features.put("first", NumericColumn.of(first));
    features.put("second", NumericColumn.of(second));
    features.put("region", CategoricalColumn.takeOver(regions.clone(), REGIONS));
    List<String> ids = IntStream.range(0, rows).mapToObj(i -> idPrefix + i).toList();
    return new Dataset(Attributes.of(ids).build(), labels, features);
  }

  /** The same examples with one feature replaced, added, or left out where the column is null. */
  public static Dataset with(Dataset dataset, String name, Column column) {
    Map<String, Column> features = new LinkedHashMap<>(dataset.features());
    features.put(name, column);
    return new Dataset(dataset.attributes(), dataset.labels(), features);
  }

  public static Dataset without(Dataset dataset, String name) {
    Map<String, Column> features = new LinkedHashMap<>(dataset.features());
    features.remove(name);
    return new Dataset(dataset.attributes(), dataset.labels(), features);
  }

  /** Training data whose validation rows go round the folds. */
  public static TrainingData data(Dataset train, Dataset validation, int folds) {
    int[] foldOfRow = IntStream.range(0, validation.size()).map(i -> i % folds).toArray();
    return new TrainingData(train, validation, Folds.of(foldOfRow, folds));
  }

  public static Settings settings(Trainer trainer, Map<String, ?> given) {
    Problems problems = new Problems();
    Settings settings = Settings.resolve(trainer.settings(), given, "test", problems);
    problems.throwIfAny();
    return settings;
  }

  /** The area under the ROC curve by counting pairs: the definition, for few rows. */
  public static double auc(float[] scores, Labels truth, int label) {
    List<Float> positives = new ArrayList<>();
    List<Float> negatives = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      if (truth.isKnown(i, label)) {
        (truth.state(i, label) == Labels.POSITIVE ? positives : negatives).add(scores[i]);
      }
    }
    double wins = 0;
    for (float p : positives) {
      for (float n : negatives) {
        wins += p > n ? 1 : p == n ? 0.5 : 0;
      }
    }
    return wins / positives.size() / negatives.size();
  }

  /** The mean log loss of scores over rows of known label. */
  public static double logLoss(float[] scores, Labels truth, int label) {
    double sum = 0;
    int known = 0;
    for (int i = 0; i < scores.length; i++) {
      if (truth.isKnown(i, label)) {
        double p = Math.clamp(scores[i], 1e-7, 1 - 1e-7);
        sum -= truth.state(i, label) == Labels.POSITIVE ? Math.log(p) : Math.log(1 - p);
        known++;
      }
    }
    return sum / known;
  }
}
