package dev.assay.text.transformer;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Setting;
import dev.assay.core.model.SettingVariant;
import dev.assay.core.model.Settings;
import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import dev.assay.text.loss.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is minimised, as an experiment file says it, and what that means for some labels. */
final class LossSettings {

  private static final String CROSS_ENTROPY = "cross_entropy";
  private static final String FOCAL = "focal";
  private static final String ASYMMETRIC = "asymmetric";
  private static final String BALANCED = "distribution_balanced";

  private static final List<String> WITHOUT_WEIGHTS = List.of(ASYMMETRIC, BALANCED);

  private static final Setting SMOOTHING =
      new Setting.Number(
          "label_smoothing",
          "The share of the truth that is spread over all answers.",
          0,
          0.9,
          0.0);
  private static final Setting CAP =
      new Setting.Number(
          "positive_weight_cap",
          "A positive weighs as many negatives as there are for it, but at most this; 1 for no"
              + " weights. Not for multiclass.",
          1,
          1e6,
          1.0);
  private static final Setting GAMMA =
      new Setting.Number("gamma", "How little easy examples count.", 0, 10, 2.0);
  private static final Setting GAMMA_POSITIVE =
      new Setting.Number("gamma_positive", "How little easy positives count.", 0, 10, 0.0);
  private static final Setting GAMMA_NEGATIVE =
      new Setting.Number("gamma_negative", "How little easy negatives count.", 0, 10, 4.0);
  private static final Setting MARGIN =
      new Setting.Number("margin", "Negatives of a lower probability do not count.", 0, 0.5, 0.05);
  private static final Setting LAMBDA =
      new Setting.Number("lambda", "How much negatives are tolerated.", 1, 100, 2.0);
  private static final Setting KAPPA =
      new Setting.Number("kappa", "How far logits move by the log odds of a label.", 0, 1, 0.05);
  private static final Setting ALPHA =
      new Setting.Number("alpha", "The least weight of a cell.", 0, 10, 0.1);
  private static final Setting BETA =
      new Setting.Number("beta", "How steeply the weight of a cell rises.", 0, 100, 10.0);
  private static final Setting MU =
      new Setting.Number("mu", "Where the weight of a cell is halfway.", 0, 1, 0.2);

  /** The setting. */
  static final Setting.OneOf SETTING =
      new Setting.OneOf(
          "loss",
          "What is minimised.",
          List.of(
              new Setting.Group(
                  CROSS_ENTROPY,
                  "Cross-entropy: of each label by itself, or of the class for multiclass.",
                  List.of(CAP, SMOOTHING)),
              new Setting.Group(
                  FOCAL, "Focal loss (Lin et al., 2017). Not for multiclass.", List.of(GAMMA, CAP)),
              new Setting.Group(
                  ASYMMETRIC,
                  "Asymmetric loss (Ridnik et al., 2021). Not for multiclass.",
                  List.of(GAMMA_POSITIVE, GAMMA_NEGATIVE, MARGIN)),
              new Setting.Group(
                  BALANCED,
                  "Distribution-balanced loss (Wu et al., 2020). Not for multiclass.",
                  List.of(LAMBDA, KAPPA, ALPHA, BETA, MU))),
          CROSS_ENTROPY);

  private final SettingVariant chosen;
  private final Map<String, Double> positiveWeights;

  /**
   * A loss.
   *
   * @param positiveWeights how much positives weigh, of the labels where that is said
   */
  LossSettings(SettingVariant chosen, Map<String, Double> positiveWeights) {
    this.chosen = chosen;
    this.positiveWeights = positiveWeights;
  }

  /** Tells where the loss does not suit a task and its labels. */
  void check(LabelSchema schema, Problems problems) {
    for (String label : positiveWeights.keySet()) {
      if (!schema.names().contains(label)) {
        problems.add(
            "train",
            "positive_weights names no label: '" + label + "'.",
            NearestName.advice(label, schema.names()));
      }
    }
    if (!positiveWeights.isEmpty() && WITHOUT_WEIGHTS.contains(chosen.name())) {
      problems.add(
          "train",
          "the loss " + chosen.name() + " knows no positive_weights.",
          "Take cross_entropy or focal, or leave them out.");
    }
    if (schema.kind() != TaskKind.MULTICLASS) {
      return;
    }
    if (!chosen.name().equals(CROSS_ENTROPY)) {
      problems.add(
          "train",
          "the loss is " + chosen.name() + ", which is not for a multiclass task.",
          "Write 'loss: cross_entropy'.");
    } else if (chosen.settings().number(CAP.name()) != 1) {
      problems.add(
          "train",
          "the loss has a " + CAP.name() + ", which is not for a multiclass task.",
          "Leave it out.");
    }
  }

  /** The loss for some labels, which it suits and of which each has both sides. */
  Loss of(Labels labels) {
    Settings settings = chosen.settings();
    if (labels.schema().kind() == TaskKind.MULTICLASS) {
      return new Loss.CrossEntropy(
          labels.schema().names().stream()
              .map(label -> positiveWeights.getOrDefault(label, 1.0))
              .toList(),
          settings.number(SMOOTHING.name()));
    }
    return switch (chosen.name()) {
      case CROSS_ENTROPY ->
          new Loss.BinaryCrossEntropy(positiveWeights(labels), settings.number(SMOOTHING.name()));
      case FOCAL -> new Loss.Focal(settings.number(GAMMA.name()), positiveWeights(labels));
      case ASYMMETRIC ->
          new Loss.Asymmetric(
              settings.number(GAMMA_POSITIVE.name()),
              settings.number(GAMMA_NEGATIVE.name()),
              settings.number(MARGIN.name()));
      case BALANCED ->
          new Loss.DistributionBalanced(
              shares(labels),
              settings.number(LAMBDA.name()),
              settings.number(KAPPA.name()),
              settings.number(ALPHA.name()),
              settings.number(BETA.name()),
              settings.number(MU.name()));
      default -> throw new IllegalStateException("No loss: " + chosen.name());
    };
  }

  private List<Double> positiveWeights(Labels labels) {
    double cap = chosen.settings().number(CAP.name());
    List<Double> shares = shares(labels);
    List<Double> weights = new ArrayList<>();
    for (int label = 0; label < shares.size(); label++) {
      double share = shares.get(label);
      double usual = Math.max(1, Math.min(cap, (1 - share) / share));
      weights.add(positiveWeights.getOrDefault(labels.schema().names().get(label), usual));
    }
    return weights;
  }

  /** The share of positives among the rows where a label is known. */
  static List<Double> shares(Labels labels) {
    return IntStream.range(0, labels.schema().size())
        .mapToObj(label -> (double) labels.positives(label) / labels.known(label))
        .toList();
  }
}
