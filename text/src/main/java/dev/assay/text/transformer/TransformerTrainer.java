package dev.assay.text.transformer;

import dev.assay.core.example.Dataset;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Setting;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Target;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Folds;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.text.encoder.EncoderSource;
import dev.assay.text.input.TextInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Trainer {@code transformer}: fine-tunes an encoder of the BERT family with a head on it, and
 * gives the ONNX file that is judged and served. The same data, settings, seed and number of
 * threads give the same weights on the same machine.
 */
public final class TransformerTrainer implements Trainer {

  /** A trainer, as {@link java.util.ServiceLoader} makes it. */
  public TransformerTrainer() {}

  @Override
  public String name() {
    return "transformer";
  }

  @Override
  public List<Setting> settings() {
    return TransformerSettings.ALL;
  }

  @Override
  public List<String> precisions() {
    return TransformerExporter.PRECISIONS;
  }

  @Override
  public List<Path> materials(Settings settings) {
    return EncoderSource.files(new TransformerSettings(settings).encoder());
  }

  @Override
  public void check(TrainingData data, Settings settings, long seed) {
    TransformerSettings asked = new TransformerSettings(settings);
    Problems problems = new Problems();
    try {
      TextInput.from(settings, data.train());
    } catch (InvalidInputException e) {
      problems.addAll(e.problems());
    }
    EncoderSource.check(asked.encoder(), problems);
    asked.loss().check(data.train().schema().kind(), problems);
    Target.checkBothSides(data.train().labels(), problems);
    problems.throwIfAny();
  }

  @Override
  public Fitted train(TrainingData data, Settings settings, long seed, Progress progress) {
    check(data, settings, seed);
    TransformerSettings asked = new TransformerSettings(settings);
    return new TransformerTraining(
            data, TextInput.from(settings, data.train()), asked, seed, progress)
        .run(asked.epochs(), asked.patience());
  }

  /** Trains for as many epochs as were picked for the judged model. */
  @Override
  public Fitted refit(Dataset all, Settings settings, Fitted judged, long seed, Progress progress) {
    int epochs = ((TransformerModel) judged.model()).epochs();
    TrainingData data = new TrainingData(all, all.select(new int[0]), Folds.single(0));
    return new TransformerTraining(
            data, TextInput.from(settings, all), new TransformerSettings(settings), seed, progress)
        .run(epochs, 0);
  }

  @Override
  public Model read(ModelFiles files) {
    return TransformerFiles.read(files, Optional.empty());
  }
}
