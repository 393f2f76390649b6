package dev.assay.text.tfidf;

import dev.assay.core.example.Dataset;
import dev.assay.core.model.ClassWeighting;
import dev.assay.core.model.Setting;
import dev.assay.core.model.Settings;
import dev.assay.text.input.TextInput;
import java.util.ArrayList;
import java.util.List;

/** The settings of a training. */
final class TfidfSettings {

  private static final int SHORTEST_RUN = 3;
  private static final int LONGEST_RUN = 5;

  private static final Setting WORDS =
      new Setting.Whole("words", "The longest run of words that is a term.", 1, 5, 2L);
  private static final Setting CHARACTERS =
      new Setting.Flag(
          "characters", "Whether runs of 3 to 5 characters within a word are terms too.", false);
  private static final Setting LEAST_DOCUMENTS =
      new Setting.Whole(
          "least_documents",
          "In how many training texts a term must stand to be known.",
          1,
          1_000_000,
          2L);
  private static final Setting MOST_FEATURES =
      new Setting.Whole(
          "most_features",
          "How many terms of each kind are known at most, those in most texts first.",
          1,
          10_000_000,
          200_000L);
  private static final Setting SUBLINEAR =
      new Setting.Flag(
          "sublinear_tf",
          "Whether a term that stands n times in a text counts 1 + ln n, not n.",
          true);
  private static final Setting INVERSE_PENALTY =
      new Setting.Number(
          "c", "The inverse of the penalty: smaller is more regular.", 1e-9, 1e9, 1.0);
  private static final Setting THREADS =
      new Setting.Whole(
          Settings.THREADS, "How many threads train; 0 for all there are.", 0, 1024, 0L);

  /** All of them, in the order to be shown in. */
  static final List<Setting> ALL =
      List.of(
          TextInput.SETTING,
          WORDS,
          CHARACTERS,
          LEAST_DOCUMENTS,
          MOST_FEATURES,
          SUBLINEAR,
          INVERSE_PENALTY,
          ClassWeighting.SETTING,
          THREADS);

  private final Settings settings;

  TfidfSettings(Settings settings) {
    this.settings = settings;
  }

  /** The text that is read of these examples. */
  TextInput input(Dataset examples) {
    return TextInput.from(settings, examples);
  }

  /** The features that training texts make. */
  TfidfFeatures features(List<String> texts) {
    List<Terms> kinds = new ArrayList<>();
    kinds.add(new Terms.Words(settings.whole(WORDS.name())));
    if (settings.flag(CHARACTERS.name())) {
      kinds.add(new Terms.Characters(SHORTEST_RUN, LONGEST_RUN));
    }
    List<Vocabulary> vocabularies = new ArrayList<>();
    for (Terms kind : kinds) {
      vocabularies.add(
          Vocabulary.of(
              kind,
              texts,
              settings.whole(LEAST_DOCUMENTS.name()),
              settings.whole(MOST_FEATURES.name())));
    }
    return new TfidfFeatures(vocabularies, settings.flag(SUBLINEAR.name()));
  }

  /** The inverse of the penalty. */
  double inversePenalty() {
    return settings.number(INVERSE_PENALTY.name());
  }

  /** How much the rows with and without a label weigh. */
  ClassWeighting weighting() {
    return ClassWeighting.from(settings);
  }

  /** How many threads train, at least 1. */
  int threads() {
    int asked = settings.whole(THREADS.name());
    return asked > 0 ? asked : Runtime.getRuntime().availableProcessors();
  }
}
