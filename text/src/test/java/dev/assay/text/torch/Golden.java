package dev.assay.text.torch;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.text.loss.Loss;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What {@code torch_golden.py} wrote. */
final class Golden {

  private static final List<String> NAMES = List.of("a", "b", "c");

  private final JsonNode file;

  private Golden(JsonNode file) {
    this.file = file;
  }

  static Golden read() {
    try (InputStream in =
        Objects.requireNonNull(Golden.class.getResourceAsStream("training.json"))) {
      return new Golden(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A loss with the figures that it must give. */
  record LossCase(
      String name,
      Loss loss,
      Labels labels,
      List<List<Double>> logits,
      double mean,
      List<List<Double>> gradient) {

    @Override
    public String toString() {
      return loss.getClass().getSimpleName() + ", " + name;
    }
  }

  List<LossCase> losses() {
    List<LossCase> cases = new ArrayList<>();
    for (JsonNode node : file.path("losses")) {
      Loss loss = loss(node.path("kind").asString(), node.path("settings"));
      cases.add(
          new LossCase(
              node.path("name").asString(),
              loss,
              loss instanceof Loss.CrossEntropy ? classes() : states(),
              matrix(node.path("logits")),
              node.path("loss").asDouble(),
              matrix(node.path("gradient"))));
    }
    return cases;
  }

  private Labels classes() {
    int[] classes = numbers(file.path("classes")).stream().mapToInt(Double::intValue).toArray();
    return Labels.ofClasses(new LabelSchema(TaskKind.MULTICLASS, NAMES), classes);
  }

  private Labels states() {
    List<List<Double>> rows = matrix(file.path("states"));
    byte[][] states = new byte[NAMES.size()][rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      for (int label = 0; label < states.length; label++) {
        states[label][row] = rows.get(row).get(label).byteValue();
      }
    }
    return Labels.ofColumns(new LabelSchema(TaskKind.MULTILABEL, NAMES), states);
  }

  private static Loss loss(String kind, JsonNode settings) {
    return switch (kind) {
      case "binary_cross_entropy" ->
          new Loss.BinaryCrossEntropy(
              numbers(settings.path("positiveWeights")), settings.path("smoothing").asDouble());
      case "cross_entropy" ->
          new Loss.CrossEntropy(
              numbers(settings.path("classWeights")), settings.path("smoothing").asDouble());
      case "focal" ->
          new Loss.Focal(
              settings.path("gamma").asDouble(), numbers(settings.path("positiveWeights")));
      case "asymmetric" ->
          new Loss.Asymmetric(
              settings.path("gammaPositive").asDouble(),
              settings.path("gammaNegative").asDouble(),
              settings.path("margin").asDouble());
      case "distribution_balanced" ->
          new Loss.DistributionBalanced(
              numbers(settings.path("shares")),
              settings.path("lambda").asDouble(),
              settings.path("kappa").asDouble(),
              settings.path("alpha").asDouble(),
              settings.path("beta").asDouble(),
              settings.path("mu").asDouble());
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /** Steps of a weight under gradients. */
  record Steps(
      double decay,
      List<List<Double>> start,
      List<Double> rates,
      List<List<List<Double>>> gradients,
      List<List<List<Double>>> after) {}

  List<Steps> steps() {
    List<Steps> all = new ArrayList<>();
    for (JsonNode node : file.path("steps")) {
      all.add(
          new Steps(
              node.path("decay").asDouble(),
              matrix(node.path("start")),
              numbers(node.path("rates")),
              matrices(node.path("gradients")),
              matrices(node.path("after"))));
    }
    return all;
  }

  private static List<List<List<Double>>> matrices(JsonNode node) {
    List<List<List<Double>>> matrices = new ArrayList<>();
    node.forEach(matrix -> matrices.add(matrix(matrix)));
    return matrices;
  }

  private static List<List<Double>> matrix(JsonNode node) {
    List<List<Double>> rows = new ArrayList<>();
    node.forEach(row -> rows.add(numbers(row)));
    return rows;
  }

  private static List<Double> numbers(JsonNode node) {
    List<Double> numbers = new ArrayList<>();
    node.forEach(number -> numbers.add(number.asDouble()));
    return numbers;
  }
}
