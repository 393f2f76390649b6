package dev.assay.text.tfidf;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.TextColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.Settings;
import dev.assay.core.model.TrainingData;
import dev.assay.core.prediction.Folds;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Short texts whose words tell their labels, most of the time. */
public final class Texts {

  private static final List<List<String>> WORDS =
      List.of(
          List.of("love", "great", "thanks", "wonderful"),
          List.of("hate", "awful", "terrible", "sad"),
          List.of("table", "blue", "seven", "window"));
  private static final List<String> PLAIN = List.of("the", "one", "was", "there", "then", "day");

  private Texts() {}

  /** All words that texts are made of. */
  public static List<String> words() {
    List<String> words = new ArrayList<>(PLAIN);
    WORDS.forEach(words::addAll);
    return words;
  }

  /** Rows of a mood each, 0 to 2. */
  private static int[] moods(int rows, Random random) {
    return random.ints(rows, 0, WORDS.size()).toArray();
  }

  private static List<String> texts(int[] moods, Random random) {
    List<String> texts = new ArrayList<>();
    for (int mood : moods) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        List<String> from = random.nextInt(3) == 0 ? WORDS.get(mood) : PLAIN;
        words.add(from.get(random.nextInt(from.size())));
      }
      texts.add(String.join(" ", words));
    }
    return texts;
  }

  /** Texts of a kind of task: their mood, or whether it is glad, or glad and sad apart. */
  public static Dataset draw(TaskKind kind, int rows, long seed) {
    Random random = new Random(seed);
    int[] moods = moods(rows, random);
    List<String> texts = texts(moods, random);
    Labels labels =
        switch (kind) {
          case BINARY -> Labels.ofColumns(LabelSchema.binary("glad"), states(moods, 0));
          case MULTICLASS ->
              Labels.ofClasses(new LabelSchema(kind, List.of("glad", "sad", "plain")), moods);
          case MULTILABEL ->
              Labels.ofColumns(new LabelSchema(kind, List.of("glad", "sad")), states(moods, 0, 1));
        };
    return dataset(texts, labels);
  }

  private static byte[][] states(int[] moods, int... labels) {
    byte[][] states = new byte[labels.length][moods.length];
    for (int label = 0; label < labels.length; label++) {
      for (int row = 0; row < moods.length; row++) {
        states[label][row] = moods[row] == labels[label] ? Labels.POSITIVE : Labels.NEGATIVE;
      }
    }
    return states;
  }

  /** A dataset whose only column is one of these texts. */
  public static Dataset dataset(List<? extends @Nullable String> texts, Labels labels) {
    List<String> ids = IntStream.range(0, texts.size()).mapToObj(String::valueOf).toList();
    return new Dataset(Attributes.of(ids).build(), labels, Map.of("text", TextColumn.of(texts)));
  }

  /** Texts of nobody knows what, to be scored. */
  public static Dataset unlabelled(LabelSchema schema, List<? extends @Nullable String> texts) {
    byte[][] states = new byte[schema.size()][texts.size()];
    for (byte[] column : states) {
      Arrays.fill(column, Labels.UNKNOWN);
    }
    return dataset(texts, Labels.ofColumns(schema, states));
  }

  static Settings settings(Map<String, ?> given) {
    Problems problems = new Problems();
    Settings settings =
        Settings.resolve(new TfidfLogisticTrainer().settings(), given, "test", problems);
    problems.throwIfAny();
    return settings;
  }

  static Fitted train(Dataset train, Map<String, ?> given) {
    TrainingData data = new TrainingData(train, train.select(new int[0]), Folds.single(0));
    return new TfidfLogisticTrainer().train(data, settings(given), 1, Progress.SILENT);
  }
}
