package dev.assay.trees.heads;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Groups in two clusters, {@code east} and {@code west}, and some in none, whose truth is known:
 * what an input means for the label has a sign for each cluster.
 */
final class RegimePanel {

  static final Map<String, List<String>> CLUSTERS = clusters();

  private static final int GROUPS_EACH = 8;
  private static final int ROWS_EACH = 60;

  private final double eastSign;
  private final double westSign;
  private final Random random;

  private RegimePanel(double eastSign, double westSign, long seed) {
    this.eastSign = eastSign;
    this.westSign = westSign;
    this.random = new Random(seed);
  }

  private static Map<String, List<String>> clusters() {
    Map<String, List<String>> clusters = new LinkedHashMap<>();
    clusters.put("east", IntStream.range(0, GROUPS_EACH).mapToObj(i -> "E" + i).toList());
    clusters.put("west", IntStream.range(0, GROUPS_EACH).mapToObj(i -> "W" + i).toList());
    return clusters;
  }

  /** The first input means the opposite in the west. */
  static Dataset opposite(long seed) {
    return new RegimePanel(1, -1, seed).binary();
  }

  /** Every group follows one rule: no head can know more than the base. */
  static Dataset alike(long seed) {
    return new RegimePanel(1, 1, seed).binary();
  }

  /** The label is a coin that no input knows of. */
  static Dataset coins(long seed) {
    return new RegimePanel(0, 0, seed).binary();
  }

  /** Label {@code hot} means the opposite in the west, label {@code cold} is alike everywhere. */
  static Dataset twoLabels(long seed) {
    RegimePanel panel = new RegimePanel(1, -1, seed);
    Dataset hot = panel.binary();
    byte[] cold = new byte[hot.size()];
    NumericColumn second = (NumericColumn) hot.features().get("second");
    for (int row = 0; row < cold.length; row++) {
      cold[row] = panel.draw(2 * second.value(row));
    }
    LabelSchema schema = new LabelSchema(TaskKind.MULTILABEL, List.of("hot", "cold"));
    return hot.withLabels(Labels.ofColumns(schema, new byte[][] {hot.labels().column(0), cold}));
  }

  private Dataset binary() {
    List<String> groups = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    int n = 3 * GROUPS_EACH * ROWS_EACH;
    float[] first = new float[n];
    float[] second = new float[n];
    byte[] states = new byte[n];
    for (int row = 0; row < n; row++) {
      int group = row / ROWS_EACH;
      int number = group % GROUPS_EACH;
      double sign = group < GROUPS_EACH ? eastSign : group < 2 * GROUPS_EACH ? westSign : eastSign;
      String kind = group < GROUPS_EACH ? "E" : group < 2 * GROUPS_EACH ? "W" : "N";
      groups.add(kind + number);
      ids.add(kind + number + "-" + row + "-" + random.nextInt(1_000_000));
      first[row] = (float) random.nextGaussian();
      second[row] = (float) random.nextGaussian();
      states[row] = draw(2 * sign * first[row] + Math.abs(sign) * 0.5 * second[row]);
    }
    Map<String, Column> features = new LinkedHashMap<>();
    features.put("first", NumericColumn.takeOver(first));
    features.put("second", NumericColumn.takeOver(second));
    return new Dataset(
        Attributes.of(ids).group(CategoricalColumn.of(groups)).build(),
        Labels.ofColumns(LabelSchema.binary("surge"), new byte[][] {states}),
        features);
  }

  private byte draw(double logOdds) {
    return random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? Labels.POSITIVE : Labels.NEGATIVE;
  }

  /** The same examples with other groups. */
  static Dataset withGroups(Dataset dataset, List<String> groups) {
    Attributes attributes =
        Attributes.of(dataset.attributes().ids()).group(CategoricalColumn.of(groups)).build();
    return new Dataset(attributes, dataset.labels(), dataset.features());
  }

  /** The same examples without any group. */
  static Dataset withoutGroups(Dataset dataset) {
    return new Dataset(
        Attributes.of(dataset.attributes().ids()).build(), dataset.labels(), dataset.features());
  }

  /** The rows of some groups. */
  static int[] rowsOf(Dataset dataset, String prefix) {
    CategoricalColumn groups = dataset.attributes().group().orElseThrow();
    return IntStream.range(0, dataset.size())
        .filter(row -> groups.levels().get(groups.code(row)).startsWith(prefix))
        .toArray();
  }
}
