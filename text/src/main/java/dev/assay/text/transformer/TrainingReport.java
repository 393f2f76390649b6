package dev.assay.text.transformer;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.model.EarlierModel;
import dev.assay.core.model.FittedCell;
import dev.assay.core.model.FittedTable;
import dev.assay.core.model.LearningCurve;
import dev.assay.core.prediction.Scores;
import dev.assay.text.torch.TorchTraining;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a training has to tell of itself. */
final class TrainingReport {

  private static final int DECIMALS = 4;

  private final Trained trained;
  private final Course course;
  private final Criterion criterion;
  private final TrainingInputs inputs;
  private final Scores ofModel;

  /**
   * The report of a training.
   *
   * @param ofModel the scores that the model gives the validation rows
   */
  TrainingReport(
      Trained trained, Course course, Criterion criterion, TrainingInputs inputs, Scores ofModel) {
    this.trained = trained;
    this.course = course;
    this.criterion = criterion;
    this.inputs = inputs;
    this.ofModel = ofModel;
  }

  /** Loss and validation figure after each epoch. */
  List<LearningCurve> curves() {
    List<LearningCurve> curves = new ArrayList<>();
    curves.add(LearningCurve.ofLoss("loss", "train", trained.losses()));
    if (!figures().isEmpty()) {
      curves.add(
          new LearningCurve(
              criterion.word(),
              "validation",
              figures().stream().map(criterion::shown).toList(),
              criterion.higherIsBetter()));
    }
    return curves;
  }

  private List<Double> figures() {
    return trained.scores().figures();
  }

  /** Single facts by name. */
  Map<String, String> facts(String encoder, SourceRows sources, Optional<EarlierModel> earlier) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("encoder", encoder);
    earlier.ifPresent(
        model ->
            facts.put(
                "continued from",
                "%s, weights %s".formatted(model.name(), TrainingFingerprint.of(inputs.start()))));
    facts.put("library", TorchTraining.version());
    facts.put("epochs", epochs());
    if (trained.used().size() > 1 && !figures().isEmpty()) {
      facts.put(
          criterion.word() + " of the average",
          String.format(
              Locale.ROOT,
              "%.4f on validation, where its epochs were picked",
              criterion.shown(trained.scores().figure(ofModel))));
    }
    sources.unread().ifPresent(unread -> facts.put("texts in no phase", unread));
    facts.put("training texts", inputs.train().truncation().sentence());
    return facts;
  }

  private String epochs() {
    String words =
        trained.used().stream()
            .map(epoch -> String.valueOf(epoch + 1))
            .collect(Collectors.joining(", "));
    return trained.used().size() > 1 ? "the average of " + words : words;
  }

  /** The epochs, where there is more to tell of them than the curves show. */
  List<FittedTable> tables() {
    boolean isPlain = course.legs().size() == 1 && trained.kept().size() == 1;
    return isPlain ? List.of() : List.of(epochTable());
  }

  private FittedTable epochTable() {
    List<List<FittedCell>> rows = new ArrayList<>();
    int epoch = 0;
    for (int phase = 0; phase < trained.phases().size(); phase++) {
      for (int i = 0; i < trained.phases().get(phase); i++) {
        rows.add(row(phase, epoch));
        epoch++;
      }
    }
    return new FittedTable(
        "epochs",
        "The epochs of training, and those that the weights are of",
        "",
        List.of("epoch", "phase", "texts", "mean loss", criterion.word(), "weights"),
        rows);
  }

  private List<FittedCell> row(int phase, int epoch) {
    return List.of(
        new FittedCell.Count(epoch + 1),
        new FittedCell.Text(phaseName(phase)),
        new FittedCell.Count(inputs.rows().get(phase).length),
        figure(trained.losses().get(epoch)),
        figures().isEmpty()
            ? new FittedCell.Figure(MetricValue.undefined("no validation rows"), DECIMALS)
            : figure(criterion.shown(figures().get(epoch))),
        new FittedCell.Text(weights(epoch)));
  }

  private String phaseName(int phase) {
    List<String> sources = course.legs().get(phase).phase().sources();
    return sources.isEmpty()
        ? String.valueOf(phase + 1)
        : (phase + 1) + ": " + String.join(", ", sources);
  }

  private String weights(int epoch) {
    if (trained.used().contains(epoch)) {
      return trained.used().size() > 1 ? "averaged" : "used";
    }
    return trained.kept().contains(epoch) ? "kept" : "";
  }

  private static FittedCell figure(double value) {
    return new FittedCell.Figure(MetricValue.of(value), DECIMALS);
  }
}
