package dev.assay.text.transformer;

import dev.assay.core.example.Dataset;
import dev.assay.core.model.EarlierModel;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Setting;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Target;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingContext;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Folds;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import dev.assay.text.encoder.EncoderSource;
import dev.assay.text.encoder.PretrainedEncoder;
import dev.assay.text.input.TextInput;
import dev.assay.text.onnx.OnnxWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Trainer {@code transformer}: fine-tunes an encoder of the BERT family with a head on it, and
 * gives the ONNX file that is judged and served. The same data, settings, seed and number of
 * threads give the same weights on the same machine.
 */
public final class TransformerTrainer implements Trainer {

  private final Pace pace;

  /** A trainer, as {@link java.util.ServiceLoader} makes it. */
  public TransformerTrainer() {
    this(Pace.usual());
  }

  /**
   * A trainer that keeps its state at a pace of one's own.
   *
   * @param pace when, within an epoch
   */
  TransformerTrainer(Pace pace) {
    this.pace = pace;
  }

  @Override
  public String name() {
    return "transformer";
  }

  @Override
  public List<Setting> settings() {
    return TransformerSettings.ALL;
  }

  @Override
  public List<String> precisions(Settings settings) {
    return TransformerExporter.PRECISIONS;
  }

  @Override
  public List<String> materials(Settings settings) {
    return EncoderSource.files(new TransformerSettings(settings).encoder()).stream()
        .map(Path::toString)
        .toList();
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
    checkEncoder(asked.encoder(), problems);
    new SourceRows(data.train(), asked.phases()).check(problems);
    asked.loss().check(data.train().schema(), problems);
    Target.checkBothSides(data.train().labels(), problems);
    problems.throwIfAny();
  }

  private static void checkEncoder(String encoder, Problems problems) {
    Problems found = new Problems();
    EncoderSource.check(encoder, found);
    if (found.isEmpty()) {
      try {
        EncoderSource.architecture(encoder)
            .ifPresent(architecture -> OnnxWriter.check(architecture, encoder, found));
      } catch (InvalidInputException e) {
        found.addAll(e.problems());
      }
    }
    problems.addAll(found.list());
  }

  @Override
  public void checkStart(TrainingData data, Settings settings, EarlierModel start) {
    TransformerSettings asked = new TransformerSettings(settings);
    PretrainedEncoder encoder = EncoderSource.read(asked.encoder());
    EarlierWeights.of(start)
        .in(
            encoder,
            NewHead.fresh(encoder, asked, 0, data.train().labels()),
            data.train().schema());
  }

  @Override
  public Fitted train(TrainingData data, Settings settings, long seed, TrainingContext context) {
    check(data, settings, seed);
    TransformerSettings asked = new TransformerSettings(settings);
    Course course = Course.of(asked, data.validation().size() > 0);
    return new TransformerTraining(
            data, TextInput.from(settings, data.train()), asked, course, seed, context, pace)
        .run();
  }

  /**
   * Trains the epochs that the judged model's weights are of, and those before them, at the rates
   * of the judged training: the schedule of a phase is planned for as many epochs as it was there
   * and ends where the picked epoch ended.
   */
  @Override
  public Fitted refit(
      Dataset all, Settings settings, Fitted judged, long seed, TrainingContext context) {
    TransformerSettings asked = new TransformerSettings(settings);
    Course course = Course.again(asked, ((TransformerModel) judged.model()).document());
    TrainingData data = new TrainingData(all, all.select(new int[0]), Folds.single(0));
    return new TransformerTraining(
            data, TextInput.from(settings, all), asked, course, seed, context, pace)
        .run();
  }

  @Override
  public Model read(ModelFiles files) {
    return TransformerFiles.read(files, Optional.empty());
  }
}
