package dev.assay.text.transformer;

import dev.assay.core.model.Setting;
import dev.assay.core.model.Settings;
import dev.assay.text.encoder.EncoderSource;
import dev.assay.text.input.TextInput;
import dev.assay.text.network.Pooling;
import dev.assay.text.torch.Optimisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of a training. */
final class TransformerSettings {

  private static final String AVERAGE = "average";

  private static final Setting ENCODER =
      new Setting.Folder(
          "encoder",
          "What is fine-tuned: minilm-l6, bge-small, e5-small, or a folder of Hugging Face's"
              + " format.",
          EncoderSource.NAMES,
          "minilm-l6");
  private static final Setting CONTINUE_FROM =
      new Setting.Text(
          Settings.CONTINUE_FROM,
          "The run whose judged model gives the weights that training starts from, or RUN/phase-1"
              + " or RUN/epoch-2 for what it kept beside that; none for the encoder's own and a new"
              + " head.",
          "");
  private static final Setting POSITIVE_WEIGHTS =
      new Setting.NamedNumbers(
          Settings.POSITIVE_WEIGHTS,
          "How much more a positive of a label weighs in the loss, in place of what"
              + " positive_weight_cap gives; of a class, how much its rows weigh.",
          1e-3,
          1e6);
  private static final Setting MAX_LENGTH =
      new Setting.Whole(
          "max_length", "How many tokens of a text are read; the rest is cut off.", 4, 8192, 128L);
  private static final Setting POOLING =
      new Setting.Choice(
          "pooling",
          "How the vectors of the tokens become one.",
          Stream.of(Pooling.values()).map(TransformerSettings::word).toList(),
          "mean");
  private static final Setting HEAD_LAYERS =
      new Setting.Whole("layers", "How many linear maps the head has.", 1, 8, 1L);
  private static final Setting HEAD_WIDTH =
      new Setting.Whole(
          "width",
          "How wide the head is between two maps; 0 for the encoder's width.",
          0,
          8192,
          0L);
  private static final Setting HEAD_DROPOUT =
      new Setting.Number("dropout", "The share of units dropped in the head.", 0, 0.95, 0.1);
  private static final Setting.Group HEAD =
      new Setting.Group(
          "head",
          "What stands on the encoder.",
          List.of(POOLING, HEAD_LAYERS, HEAD_WIDTH, HEAD_DROPOUT));
  private static final Setting DROPOUT =
      new Setting.Number("dropout", "The share of units dropped in the encoder.", 0, 0.95, 0.1);
  private static final Setting EPOCHS =
      new Setting.Whole(
          "epochs",
          "How often the training texts are read at most, in each phase that says no other number.",
          1,
          1000,
          4L);
  private static final Setting PHASE_EPOCHS =
      new Setting.Whole(
          "epochs", "How often its texts are read at most; 0 for as often as epochs.", 0, 1000, 0L);
  private static final Setting PHASE_SOURCES =
      new Setting.Texts("sources", "The sources whose texts are read; none for all texts.");
  private static final Setting PHASE_RATE =
      new Setting.Number(
          "learning_rate", "The highest rate of a step; 0 for that of the training.", 0, 1, 0.0);
  private static final Setting PHASES =
      new Setting.Groups(
          "phases",
          "What is trained one after the other, each phase with a warm-up and a fall of the rate"
              + " of its own; one phase of all texts where none is said.",
          List.of(PHASE_EPOCHS, PHASE_SOURCES, PHASE_RATE));
  private static final Setting EARLY_STOPPING =
      new Setting.Whole(
          "early_stopping",
          "End a phase after so many epochs without a better validation figure, and keep the best;"
              + " 0 to train all epochs and keep the last.",
          0,
          1000,
          2L);
  private static final Setting STOP_ON =
      new Setting.Choice(
          "stop_on",
          "The validation figure that early stopping watches.",
          Stream.of(Criterion.values()).map(Criterion::word).toList(),
          Criterion.AVERAGE_PRECISION.word());
  private static final Setting KEPT =
      new Setting.Whole(
          "best",
          "How many epochs are kept, those besides the model in the run's folder: the best by"
              + " stop_on, or the last without early stopping.",
          1,
          100,
          1L);
  private static final Setting USED =
      new Setting.Choice(
          "use",
          "What the weights are: those of the best epoch that is kept, or the average of all.",
          List.of("best", AVERAGE),
          "best");
  private static final Setting KEPT_PHASES =
      new Setting.Flag(
          "phases",
          "Whether the weights after each phase but the last are kept with the run, so that other"
              + " trainings can go on from there.",
          false);
  private static final Setting.Group KEEP =
      new Setting.Group(
          "keep",
          "Which epochs give the weights, and what else is kept.",
          List.of(KEPT, USED, KEPT_PHASES));
  private static final Setting BATCH =
      new Setting.Whole("batch", "How many texts a batch has.", 1, 4096, 32L);
  private static final Setting ACCUMULATE =
      new Setting.Whole("accumulate", "How many batches a step is made of.", 1, 1024, 1L);
  private static final Setting LEARNING_RATE =
      new Setting.Number("learning_rate", "The highest rate of a step.", 1e-8, 1, 5e-5);
  private static final Setting SCHEDULE =
      new Setting.Choice(
          "schedule",
          "How the rate falls after the warm-up.",
          Stream.of(RateSchedule.Decay.values()).map(TransformerSettings::word).toList(),
          "linear");
  private static final Setting WARM_UP =
      new Setting.Number(
          "warm_up", "The share of the steps of a phase in which the rate rises.", 0, 0.9, 0.1);
  private static final Setting LAYER_DECAY =
      new Setting.Number(
          "layer_decay",
          "The rate of each layer is that of the one above times this.",
          0.1,
          1,
          1.0);
  private static final Setting HEAD_RATE =
      new Setting.Number(
          "head_rate", "How much faster the head learns than the encoder.", 0.01, 1000, 1.0);
  private static final Setting WEIGHT_DECAY =
      new Setting.Number("weight_decay", "The weight decay of AdamW.", 0, 1, 0.01);
  private static final Setting CLIP =
      new Setting.Number(
          "clip", "The longest that the gradient may be; 0 for no limit.", 0, 1e6, 1.0);
  private static final Setting FROZEN_LAYERS =
      new Setting.Whole("layers", "How many of the lowest layers stay as they are.", 0, 100, 0L);
  private static final Setting FROZEN_EMBEDDINGS =
      new Setting.Flag("embeddings", "Whether the embeddings stay as they are.", false);
  private static final Setting.Group FREEZE =
      new Setting.Group(
          "freeze",
          "What of the encoder is not trained.",
          List.of(FROZEN_LAYERS, FROZEN_EMBEDDINGS));
  private static final Setting THREADS =
      new Setting.Whole(
          Settings.THREADS, "How many threads train; 0 for all there are.", 0, 1024, 0L);

  /** All of them, in the order to be shown in. */
  static final List<Setting> ALL =
      List.of(
          ENCODER,
          CONTINUE_FROM,
          TextInput.SETTING,
          MAX_LENGTH,
          HEAD,
          DROPOUT,
          LossSettings.SETTING,
          POSITIVE_WEIGHTS,
          EPOCHS,
          PHASES,
          EARLY_STOPPING,
          STOP_ON,
          KEEP,
          BATCH,
          ACCUMULATE,
          LEARNING_RATE,
          SCHEDULE,
          WARM_UP,
          LAYER_DECAY,
          HEAD_RATE,
          WEIGHT_DECAY,
          CLIP,
          FREEZE,
          THREADS);

  private final Settings settings;

  TransformerSettings(Settings settings) {
    this.settings = settings;
  }

  /** The name of a constant in an experiment file. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }

  /** The name of an encoder, or the path of its folder. */
  String encoder() {
    return settings.path(ENCODER.name());
  }

  /** The run that is gone on from, where there is one. */
  Optional<String> startsFrom() {
    return settings.startsFrom();
  }

  int maxLength() {
    return settings.whole(MAX_LENGTH.name());
  }

  Pooling pooling() {
    return constant(Pooling.class, settings.group(HEAD.name()).choice(POOLING.name()));
  }

  /** The widths that the maps of the head give but for the last one. */
  List<Integer> headWidths(int encoderWidth) {
    Settings head = settings.group(HEAD.name());
    int width = head.whole(HEAD_WIDTH.name());
    List<Integer> widths = new ArrayList<>();
    for (int i = 1; i < head.whole(HEAD_LAYERS.name()); i++) {
      widths.add(width == 0 ? encoderWidth : width);
    }
    return widths;
  }

  /** What is trained one after the other, at least one phase. */
  List<Phase> phases() {
    int epochs = settings.whole(EPOCHS.name());
    double rate = settings.number(LEARNING_RATE.name());
    List<Settings> said = settings.groups(PHASES.name());
    if (said.isEmpty()) {
      return List.of(new Phase(epochs, List.of(), rate));
    }
    return said.stream()
        .map(
            phase -> {
              int own = phase.whole(PHASE_EPOCHS.name());
              double ownRate = phase.number(PHASE_RATE.name());
              return new Phase(
                  own == 0 ? epochs : own,
                  phase.texts(PHASE_SOURCES.name()),
                  ownRate == 0 ? rate : ownRate);
            })
        .toList();
  }

  /** After how many epochs without a better figure a phase ends; 0 for never. */
  int patience() {
    return settings.whole(EARLY_STOPPING.name());
  }

  /** How many epochs are kept. */
  int kept() {
    return settings.group(KEEP.name()).whole(KEPT.name());
  }

  /** Whether the weights are the average of the epochs that are kept. */
  boolean areAveraged() {
    return settings.group(KEEP.name()).choice(USED.name()).equals(AVERAGE);
  }

  /** Whether the weights after each phase but the last are kept. */
  boolean arePhasesKept() {
    return settings.group(KEEP.name()).flag(KEPT_PHASES.name());
  }

  Criterion criterion() {
    return constant(Criterion.class, settings.choice(STOP_ON.name()));
  }

  int batch() {
    return settings.whole(BATCH.name());
  }

  int accumulate() {
    return settings.whole(ACCUMULATE.name());
  }

  /**
   * The rates of a phase.
   *
   * @param steps how many steps it has
   */
  RateSchedule schedule(Phase phase, int steps) {
    return new RateSchedule(
        constant(RateSchedule.Decay.class, settings.choice(SCHEDULE.name())),
        phase.learningRate(),
        settings.number(WARM_UP.name()),
        steps);
  }

  LossSettings loss() {
    return new LossSettings(
        settings.oneOf(LossSettings.SETTING.name()), settings.numbers(POSITIVE_WEIGHTS.name()));
  }

  Optimisation optimisation() {
    Settings freeze = settings.group(FREEZE.name());
    return new Optimisation(
        settings.number(HEAD_RATE.name()),
        settings.number(LAYER_DECAY.name()),
        settings.number(WEIGHT_DECAY.name()),
        settings.number(CLIP.name()),
        settings.number(DROPOUT.name()),
        settings.group(HEAD.name()).number(HEAD_DROPOUT.name()),
        freeze.whole(FROZEN_LAYERS.name()),
        freeze.flag(FROZEN_EMBEDDINGS.name()),
        threads());
  }

  /** All values as text: the same for the same settings. */
  String text() {
    return settings.asMap().toString();
  }

  /** How many threads train, at least 1. */
  private int threads() {
    int asked = settings.whole(THREADS.name());
    return asked > 0 ? asked : Runtime.getRuntime().availableProcessors();
  }
}
