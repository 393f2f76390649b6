package dev.assay.text.transformer;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.LearningCurve;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Folds;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.text.encoder.Architecture;
import dev.assay.text.encoder.EncoderFolder;
import dev.assay.text.network.RandomClassifier;
import dev.assay.text.tfidf.Texts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Trainings of an encoder of two layers that knows nothing yet. */
abstract class TinyTrainings {

  static final Trainer TRAINER = new TransformerTrainer();
  static final int FOLDS = 3;

  @TempDir static Path folder;

  @BeforeAll
  static void writeEncoder() {
    EncoderFolder.bert(folder, RandomClassifier.encoder(shape(Texts.words()), 1), Texts.words());
  }

  static Architecture shape(List<String> words) {
    return new Architecture(words.size() + 4, 32, 0, 2, 16, 2, 2, 32, 1e-12, 0, 0);
  }

  /** Settings that keep a test quick. */
  static Map<String, Object> quick() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("encoder", String.valueOf(folder));
    settings.put("max_length", 16L);
    settings.put("epochs", 4L);
    settings.put("batch", 16L);
    settings.put("learning_rate", 0.005);
    settings.put("dropout", 0L);
    settings.put("head", Map.of("dropout", 0L));
    settings.put("threads", 2L);
    return settings;
  }

  static Map<String, Object> quick(String name, Object value) {
    Map<String, Object> settings = quick();
    settings.put(name, value);
    return settings;
  }

  static Settings settings(Map<String, ?> given) {
    Problems problems = new Problems();
    Settings settings = Settings.resolve(TRAINER.settings(), given, "test", problems);
    problems.throwIfAny();
    return settings;
  }

  static TrainingData data(Dataset train, Dataset validation) {
    int[] folds = IntStream.range(0, validation.size()).map(row -> row % FOLDS).toArray();
    return new TrainingData(train, validation, Folds.of(folds, FOLDS));
  }

  static Fitted train(TaskKind kind, Map<String, ?> settings, long seed) {
    return train(Texts.draw(kind, 320, 1), Texts.draw(kind, 90, 2), settings, seed);
  }

  static Fitted train(Dataset train, Dataset validation, Map<String, ?> settings, long seed) {
    return TRAINER.train(data(train, validation), settings(settings), seed, Progress.SILENT);
  }

  static List<Double> curve(Fitted fitted, String metric) {
    return fitted.curves().stream()
        .filter(curve -> curve.metric().equals(metric))
        .map(LearningCurve::values)
        .findFirst()
        .orElseThrow();
  }

  static int epochs(Fitted fitted) {
    return Integer.parseInt(fitted.facts().get("epochs"));
  }

  static int[] rows(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  static List<String> problems(Dataset train, Map<String, ?> given) {
    Dataset validation = train.select(new int[0]);
    try {
      TRAINER.check(new TrainingData(train, validation, Folds.single(0)), settings(given), 1);
      return List.of();
    } catch (InvalidInputException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }
}
