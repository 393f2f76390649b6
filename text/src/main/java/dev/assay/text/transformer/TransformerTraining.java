package dev.assay.text.transformer;

import dev.assay.core.label.Labels;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.LearningCurve;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import dev.assay.text.encoder.EncoderSource;
import dev.assay.text.encoder.PretrainedEncoder;
import dev.assay.text.input.TextInput;
import dev.assay.text.loss.Loss;
import dev.assay.text.network.Classifier;
import dev.assay.text.onnx.Precision;
import dev.assay.text.tokenise.Tokeniser;
import dev.assay.text.tokenise.Tokens;
import dev.assay.text.torch.TorchTraining;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One training: from texts to the model of the epoch that is best on validation. */
final class TransformerTraining {

  private final TrainingData data;
  private final TextInput input;
  private final TransformerSettings settings;
  private final long seed;
  private final Progress progress;
  private final List<Double> losses = new ArrayList<>();

  TransformerTraining(
      TrainingData data,
      TextInput input,
      TransformerSettings settings,
      long seed,
      Progress progress) {
    this.data = data;
    this.input = input;
    this.settings = settings;
    this.seed = seed;
    this.progress = progress;
  }

  /**
   * Trains.
   *
   * @param epochs how many epochs at most; the rate falls to 0 at the end of them
   * @param patience after how many epochs without a better figure to stop; 0 for never, which keeps
   *     the last epoch
   */
  Fitted run(int epochs, int patience) {
    PretrainedEncoder encoder = EncoderSource.read(settings.encoder());
    int limit = Math.min(settings.maxLength(), encoder.weights().architecture().longestText());
    Tokens train;
    Tokens validation;
    String file = "tokenizer.json of " + encoder.name();
    try (Tokeniser tokeniser = Tokeniser.read(encoder.tokeniser(), file)) {
      train = tokeniser.encode(input.read(data.train(), "training data"), limit);
      validation = tokeniser.encode(input.read(data.validation(), "validation data"), limit);
    }
    requireKnownTokens(encoder, file, train, validation);
    EpochScores scores = new EpochScores(data, settings.criterion());
    Trained trained = train(encoder, train, validation, scores, epochs, patience);
    TransformerDocument document =
        TransformerDocument.of(
            data.train().schema(), input.template(), limit, encoder.name(), trained.epochs());
    TransformerModel model =
        new TransformerExporter(trained.classifier(), document, encoder.tokeniser())
            .model(Precision.FP32);
    Scores ofModel = model.score(data.validation());
    return new Fitted(
        model,
        patience > 0 ? scores.crossFitted(ofModel) : ofModel,
        curves(scores),
        List.of(),
        facts(encoder, train, trained.epochs()));
  }

  private static void requireKnownTokens(PretrainedEncoder encoder, String file, Tokens... all) {
    int vocabulary = encoder.weights().architecture().vocabulary();
    for (Tokens tokens : all) {
      if (tokens.highestId() >= vocabulary) {
        throw new InvalidInputException(
            file,
            "it gives a text the token %d, but the encoder knows 0 to %d."
                .formatted(tokens.highestId(), vocabulary - 1),
            "Take the tokenizer.json that belongs to the encoder.");
      }
    }
  }

  /** Weights after some epochs. */
  private record Trained(Classifier classifier, int epochs) {}

  private Trained train(
      PretrainedEncoder encoder,
      Tokens train,
      Tokens validation,
      EpochScores scores,
      int epochs,
      int patience) {
    Labels labels = data.train().labels();
    Classifier start =
        new NewHead(seed)
            .on(
                encoder.weights(),
                settings.pooling(),
                settings.headWidths(encoder.weights().architecture().width()),
                labels);
    int[] told = IntStream.range(0, labels.size()).filter(labels::isAnyKnown).toArray();
    int[] watched = IntStream.range(0, validation.size()).toArray();
    @Nullable Classifier best = null;
    int last = 0;
    try (TorchTraining network = new TorchTraining(start, settings.optimisation(), seed)) {
      Epochs run = new Epochs(network, train, told, scores, epochs);
      for (int epoch = 0; epoch < epochs; epoch++) {
        losses.add(run.next());
        last = epoch + 1;
        if (watched.length > 0) {
          scores.add(network.scores(validation, watched));
        }
        if (patience > 0 && watched.length > 0) {
          if (scores.best() == epoch) {
            best = network.classifier();
          }
          if (scores.isStale(patience)) {
            break;
          }
        }
      }
      return best == null
          ? new Trained(network.classifier(), last)
          : new Trained(best, scores.best() + 1);
    }
  }

  /** The epochs of a training, one after the other. */
  private final class Epochs {

    private final TorchTraining network;
    private final Tokens tokens;
    private final int[] rows;
    private final LengthBatches batches;
    private final Loss loss = settings.loss().of(data.train().labels());
    private final Random random = new Random(seed);
    private final EpochScores scores;
    private final RateSchedule schedule;
    private int steps;

    Epochs(TorchTraining network, Tokens tokens, int[] rows, EpochScores scores, int epochs) {
      this.scores = scores;
      this.network = network;
      this.tokens = tokens;
      this.rows = rows;
      this.batches = new LengthBatches(tokens, settings.batch());
      int each = settings.accumulate();
      this.schedule = settings.schedule(epochs * ((batches.count(rows.length) + each - 1) / each));
    }

    /** Reads all texts once; gives the mean loss. */
    double next() {
      List<int[]> all = batches.of(rows, random);
      int each = settings.accumulate();
      double sum = 0;
      int count = 0;
      for (int from = 0; from < all.size(); from += each) {
        List<int[]> together = all.subList(from, Math.min(from + each, all.size()));
        sum += network.step(tokens, data.train().labels(), loss, together, schedule.rate(steps));
        steps++;
        count++;
        progress.report("training transformer", steps, schedule.steps(), detail(sum / count));
      }
      if (!Double.isFinite(sum)) {
        throw new InvalidInputException(
            "train",
            "the loss is no number any more after %d steps of training.".formatted(steps),
            "Lower learning_rate, or set clip.");
      }
      return sum / count;
    }

    /** The mean loss of this epoch so far, and the validation figure after the last one. */
    private String detail(double loss) {
      String detail = String.format(Locale.ROOT, "loss %.3f", loss);
      return scores.figures().isEmpty()
          ? detail
          : String.format(
              Locale.ROOT,
              "%s, %s %.3f",
              detail,
              settings.criterion().word(),
              settings.criterion().shown(scores.figures().getLast()));
    }
  }

  private List<LearningCurve> curves(EpochScores scores) {
    List<LearningCurve> curves = new ArrayList<>();
    curves.add(new LearningCurve("loss", "train", losses));
    if (!scores.figures().isEmpty()) {
      Criterion criterion = settings.criterion();
      curves.add(
          new LearningCurve(
              criterion.word(),
              "validation",
              scores.figures().stream().map(criterion::shown).toList()));
    }
    return curves;
  }

  private Map<String, String> facts(PretrainedEncoder encoder, Tokens train, int epochs) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("encoder", encoder.name());
    facts.put("library", TorchTraining.version());
    facts.put("epochs", String.valueOf(epochs));
    facts.put("training texts", train.truncation().sentence());
    return facts;
  }
}
