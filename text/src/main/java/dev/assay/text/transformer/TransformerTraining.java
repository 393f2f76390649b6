package dev.assay.text.transformer;

import dev.assay.core.model.Fitted;
import dev.assay.core.model.KeptModel;
import dev.assay.core.model.TrainingContext;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import dev.assay.text.encoder.EncoderSource;
import dev.assay.text.encoder.PretrainedEncoder;
import dev.assay.text.input.TextInput;
import dev.assay.text.network.Classifier;
import dev.assay.text.onnx.Precision;
import dev.assay.text.tokenise.Tokeniser;
import dev.assay.text.tokenise.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One training: from texts to the model of the epochs that were picked. */
final class TransformerTraining {

  private final TrainingData data;
  private final TransformerSettings settings;
  private final Course course;
  private final TextInput input;
  private final long seed;
  private final TrainingContext context;
  private final Pace pace;

  TransformerTraining(
      TrainingData data,
      TextInput input,
      TransformerSettings settings,
      Course course,
      long seed,
      TrainingContext context,
      Pace pace) {
    this.data = data;
    this.input = input;
    this.settings = settings;
    this.course = course;
    this.seed = seed;
    this.context = context;
    this.pace = pace;
  }

  /** Trains. */
  Fitted run() {
    PretrainedEncoder encoder = EncoderSource.read(settings.encoder());
    int limit = Math.min(settings.maxLength(), encoder.weights().architecture().longestText());
    SourceRows sources =
        new SourceRows(data.train(), course.legs().stream().map(Course.Leg::phase).toList());
    TrainingInputs inputs = inputs(encoder, limit, sources);
    Trained trained;
    try (PhasedTraining training = new PhasedTraining(inputs, settings, course, context, pace)) {
      trained = training.run();
    }
    TransformerModel model =
        exporter(encoder, limit, trained.classifier(), trained.phases(), trained.used())
            .model(Precision.FP32);
    Scores ofModel = model.score(data.validation());
    TrainingReport report =
        new TrainingReport(trained, course, settings.criterion(), inputs, ofModel);
    return new Fitted(
        model,
        trained.crossFitting().apply(ofModel),
        report.curves(),
        List.of(),
        report.facts(encoder.name(), sources, context.start()),
        report.tables(),
        beside(encoder, limit, trained));
  }

  /** The files of what stays beside the model. */
  private List<KeptModel> beside(PretrainedEncoder encoder, int limit, Trained trained) {
    return trained.beside().stream()
        .map(
            kept ->
                new KeptModel(
                    kept.name(),
                    exporter(
                            encoder,
                            limit,
                            kept.weights(),
                            upTo(kept.epoch(), trained.phases()),
                            List.of(kept.epoch()))
                        .files(Precision.FP32)))
        .toList();
  }

  /** How many epochs each phase had had after an epoch, which is counted from 0. */
  private static List<Integer> upTo(int epoch, List<Integer> phases) {
    List<Integer> had = new ArrayList<>();
    int left = epoch + 1;
    for (int phase = 0; left > 0; phase++) {
      had.add(Math.min(left, phases.get(phase)));
      left -= had.getLast();
    }
    return had;
  }

  /**
   * An exporter of weights.
   *
   * @param phases how many epochs each phase of their training had
   * @param used the epochs that they are of, counted from 0
   */
  private TransformerExporter exporter(
      PretrainedEncoder encoder,
      int limit,
      Classifier weights,
      List<Integer> phases,
      List<Integer> used) {
    TransformerDocument document =
        TransformerDocument.of(
            data.train().schema(),
            input.template(),
            limit,
            encoder.name(),
            phases,
            used.stream().map(epoch -> epoch + 1).toList());
    return new TransformerExporter(weights, document, encoder.tokeniser());
  }

  private TrainingInputs inputs(PretrainedEncoder encoder, int limit, SourceRows sources) {
    Problems problems = new Problems();
    sources.check(problems);
    problems.throwIfAny();
    String file = "tokenizer.json of " + encoder.name();
    try (Tokeniser tokeniser = Tokeniser.read(encoder.tokeniser(), file)) {
      Tokens train = tokeniser.encode(input.read(data.train(), "training data"), limit);
      Tokens validation = tokeniser.encode(input.read(data.validation(), "validation data"), limit);
      requireKnownTokens(encoder, file, train, validation);
      List<int[]> rows = IntStream.range(0, course.legs().size()).mapToObj(sources::of).toList();
      return new TrainingInputs(start(encoder), data, train, validation, rows, seed);
    }
  }

  /** A new head on the encoder, or the earlier model that is gone on from. */
  private Classifier start(PretrainedEncoder encoder) {
    if (context.start().isEmpty() && settings.startsFrom().isPresent()) {
      throw new IllegalStateException(
          "The model of '" + settings.startsFrom().get() + "' was not handed over.");
    }
    Classifier fresh = NewHead.fresh(encoder, settings, seed, data.train().labels());
    return context
        .start()
        .map(earlier -> EarlierWeights.of(earlier).in(encoder, fresh, data.train().schema()))
        .orElse(fresh);
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
}
