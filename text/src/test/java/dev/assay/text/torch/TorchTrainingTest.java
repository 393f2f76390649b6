package dev.assay.text.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Scores;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.loss.Loss;
import dev.assay.text.network.Classifier;
import dev.assay.text.network.Head;
import dev.assay.text.network.RandomClassifier;
import dev.assay.text.tokenise.Tokens;
import dev.assay.text.tokenise.TokensOf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchTrainingTest {

  private static final int ROWS = 8;
  private static final int LABELS = 3;
  private static final Tokens TOKENS =
      TokensOf.random(ROWS, 20, RandomClassifier.BERT.vocabulary(), 5);
  private static final LabelSchema SCHEMA =
      new LabelSchema(TaskKind.MULTILABEL, List.of("a", "b", "c"));
  private static final Loss LOSS = new Loss.BinaryCrossEntropy(List.of(1.0, 1.0, 1.0), 0);
  private static final int[] ALL = IntStream.range(0, ROWS).toArray();

  private static Labels labels() {
    Random random = new Random(6);
    byte[][] states = new byte[LABELS][ROWS];
    for (byte[] column : states) {
      for (int row = 0; row < ROWS; row++) {
        column[row] = (byte) random.nextInt(2);
      }
    }
    return Labels.ofColumns(SCHEMA, states);
  }

  private static Classifier start() {
    return RandomClassifier.small(LABELS, 7);
  }

  /** Some steps over batches of rows. */
  private static void train(TorchTraining training, int steps, int[]... batches) {
    for (int step = 0; step < steps; step++) {
      training.step(TOKENS, labels(), LOSS, List.of(batches), 0.01);
    }
  }

  private static Scores scoresAfter(Optimisation optimisation, int steps, int[]... batches) {
    try (TorchTraining training = new TorchTraining(start(), optimisation, 1)) {
      train(training, steps, batches);
      return training.scores(TOKENS, ALL);
    }
  }

  private static Map<String, float[]> weightsAfter(
      Optimisation optimisation, int steps, long seed) {
    try (TorchTraining training = new TorchTraining(start(), optimisation, seed)) {
      train(training, steps, ALL);
      return weights(training.classifier());
    }
  }

  private static Map<String, float[]> weights(Classifier classifier) {
    Map<String, float[]> weights = new LinkedHashMap<>();
    classifier.encoder().tensors().forEach((name, tensor) -> weights.put(name, values(tensor)));
    Head.Linear map = classifier.head().layers().getFirst();
    weights.put("head.0.weight", values(map.weight()));
    weights.put("head.0.bias", values(map.bias()));
    return weights;
  }

  private static float[] values(FloatTensor tensor) {
    float[] values = new float[tensor.size()];
    tensor.values().get(values);
    return values;
  }

  private static void assertAlike(Scores actual, Scores expected) {
    for (int label = 0; label < LABELS; label++) {
      assertThat(actual.column(label))
          .containsExactly(expected.column(label), Offset.offset(1e-5f));
    }
  }

  @Test
  void steps_lower_the_loss_until_the_truth_is_known_by_heart() {
    try (TorchTraining training = new TorchTraining(start(), Optimisations.plain(2), 1)) {
      double before = training.step(TOKENS, labels(), LOSS, List.<int[]>of(ALL), 0.01);
      train(training, 150, ALL);
      double after = training.step(TOKENS, labels(), LOSS, List.<int[]>of(ALL), 0.01);

      assertThat(before).isGreaterThan(0.4);
      assertThat(after).isLessThan(0.01);
      Scores scores = training.scores(TOKENS, ALL);
      for (int row = 0; row < ROWS; row++) {
        for (int label = 0; label < LABELS; label++) {
          assertThat(scores.score(row, label) > 0.5)
              .isEqualTo(labels().state(row, label) == Labels.POSITIVE);
        }
      }
    }
  }

  @Test
  void the_loss_of_a_step_is_that_of_the_scores_before_it() {
    try (TorchTraining training = new TorchTraining(start(), Optimisations.plain(2), 1)) {
      Scores scores = training.scores(TOKENS, ALL);
      double expected = 0;
      for (int row = 0; row < ROWS; row++) {
        for (int label = 0; label < LABELS; label++) {
          double score = scores.score(row, label);
          expected -= Math.log(labels().state(row, label) == 1 ? score : 1 - score);
        }
      }
      assertThat(training.step(TOKENS, labels(), LOSS, List.<int[]>of(ALL), 0.01))
          .isCloseTo(expected / (ROWS * LABELS), Offset.offset(1e-5));
    }
  }

  @Test
  void two_batches_of_four_make_the_step_of_one_of_eight() {
    assertAlike(
        scoresAfter(Optimisations.plain(1), 6, new int[] {0, 1, 2, 3}, new int[] {4, 5, 6, 7}),
        scoresAfter(Optimisations.plain(1), 6, ALL));
  }

  @Test
  void two_batches_weigh_by_how_much_is_known_in_them() {
    assertAlike(
        scoresAfter(Optimisations.plain(2), 6, new int[] {0}, new int[] {1, 2, 3, 4, 5, 6, 7}),
        scoresAfter(Optimisations.plain(1), 6, ALL));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 11})
  void any_number_of_threads_makes_the_steps_of_one(int threads) {
    assertAlike(
        scoresAfter(Optimisations.plain(threads), 6, ALL),
        scoresAfter(Optimisations.plain(1), 6, ALL));
  }

  @Test
  void a_first_step_on_fewer_rows_than_threads_is_one_like_any_other() {
    assertAlike(
        scoresAfter(Optimisations.plain(3), 4, new int[] {5}),
        scoresAfter(Optimisations.plain(1), 4, new int[] {5}));
  }

  @Test
  void the_same_seed_gives_the_same_bits_and_another_one_does_not() {
    Map<String, float[]> first = weightsAfter(Optimisations.usual(2), 5, 1);
    Map<String, float[]> again = weightsAfter(Optimisations.usual(2), 5, 1);
    Map<String, float[]> other = weightsAfter(Optimisations.usual(2), 5, 2);

    first.forEach((name, values) -> assertThat(again.get(name)).as(name).isEqualTo(values));
    assertThat(other.get("head.0.weight")).isNotEqualTo(first.get("head.0.weight"));
    assertThat(other.get("encoder.layer.0.output.dense.weight"))
        .isNotEqualTo(first.get("encoder.layer.0.output.dense.weight"));
  }

  @Test
  void scores_know_no_dropout() {
    try (TorchTraining dropping =
        new TorchTraining(start(), new Optimisation(1, 1, 0, 0, 0.5, 0.5, 0, false, 2), 1)) {
      Scores first = dropping.scores(TOKENS, ALL);

      assertAlike(first, scoresAfter(Optimisations.plain(1), 0, ALL));
      assertThat(dropping.scores(TOKENS, ALL).column(0)).isEqualTo(first.column(0));
    }
  }

  @Test
  void frozen_layers_and_embeddings_keep_their_bits_under_weight_decay() {
    Map<String, float[]> before = weights(start());
    Map<String, float[]> layer = weightsAfter(Optimisations.frozen(1, false, 0.1), 3, 1);
    Map<String, float[]> embeddings = weightsAfter(Optimisations.frozen(0, true, 0.1), 3, 1);

    before.forEach(
        (name, values) -> {
          boolean embedding = name.startsWith("embeddings.");
          boolean low = embedding || name.startsWith("encoder.layer.0.");
          assertThat(Arrays.equals(layer.get(name), values)).as(name).isEqualTo(low);
          assertThat(Arrays.equals(embeddings.get(name), values)).as(name).isEqualTo(embedding);
        });
  }

  @Test
  void nothing_moves_where_nothing_is_known() {
    Labels unknown = labels().withUnknown(ALL);
    Map<String, float[]> before = weights(start());
    try (TorchTraining training = new TorchTraining(start(), Optimisations.usual(2), 1)) {
      assertThat(training.step(TOKENS, unknown, LOSS, List.<int[]>of(ALL), 0.01)).isZero();

      weights(training.classifier())
          .forEach((name, values) -> assertThat(values).as(name).isEqualTo(before.get(name)));
    }
  }

  @Test
  void a_label_that_no_row_knows_keeps_its_part_of_the_head() {
    byte[][] states = {labels().column(0), new byte[ROWS], labels().column(2)};
    Arrays.fill(states[1], Labels.UNKNOWN);
    Labels labels = Labels.ofColumns(SCHEMA, states);
    float[] before = weights(start()).get("head.0.bias");
    try (TorchTraining training = new TorchTraining(start(), Optimisations.plain(1), 1)) {
      training.step(TOKENS, labels, LOSS, List.<int[]>of(ALL), 0.01);
      float[] after = weights(training.classifier()).get("head.0.bias");

      assertThat(after[1]).isEqualTo(before[1]);
      assertThat(after[0]).isNotEqualTo(before[0]);
      assertThat(after[2]).isNotEqualTo(before[2]);
    }
  }

  @Test
  void rows_that_are_not_known_change_nothing_among_rows_that_are() {
    Labels labels = labels().withUnknown(new int[] {2, 6});
    int[] known = {0, 1, 3, 4, 5, 7};
    try (TorchTraining all = new TorchTraining(start(), Optimisations.plain(1), 1);
        TorchTraining some = new TorchTraining(start(), Optimisations.plain(1), 1)) {
      for (int step = 0; step < 5; step++) {
        double loss = all.step(TOKENS, labels, LOSS, List.<int[]>of(ALL), 0.01);
        assertThat(some.step(TOKENS, labels, LOSS, List.<int[]>of(known), 0.01))
            .isCloseTo(loss, Offset.offset(1e-5));
      }
      assertAlike(all.scores(TOKENS, ALL), some.scores(TOKENS, ALL));
    }
  }

  /**
   * The first step of AdamW moves a weight by {@code rate · g / (|g| + 1e-8)}: where gradients are
   * clipped to next to nothing, each can be told from how far its weight went.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void all_gradients_together_are_clipped_to_a_length(int threads) {
    double clip = 2e-8;
    double rate = 10;
    Map<String, float[]> before = weights(start());
    Optimisation clipped = new Optimisation(1, 1, 0, clip, 0, 0, 0, false, threads);
    try (TorchTraining training = new TorchTraining(start(), clipped, 1)) {
      training.step(TOKENS, labels(), LOSS, List.<int[]>of(ALL), rate);
      Map<String, float[]> after = weights(training.classifier());

      double squares = 0;
      for (String name : before.keySet()) {
        for (int i = 0; i < before.get(name).length; i++) {
          double share = Math.abs(after.get(name)[i] - before.get(name)[i]) / rate;
          squares += Math.pow(1e-8 * share / (1 - share), 2);
        }
      }
      assertThat(Math.sqrt(squares)).isCloseTo(clip, Offset.offset(0.01 * clip));
    }
  }

  @Test
  void gradients_shorter_than_the_clip_are_left_as_they_are() {
    Map<String, float[]> free = weightsAfter(Optimisations.plain(1), 3, 1);
    Map<String, float[]> wide =
        weightsAfter(new Optimisation(1, 1, 0, 1e6, 0, 0, 0, false, 1), 3, 1);

    free.forEach((name, values) -> assertThat(wide.get(name)).as(name).isEqualTo(values));
  }

  @Test
  void lower_layers_move_less_where_rates_fall_by_layer() {
    Map<String, float[]> before = weights(start());
    Map<String, float[]> after =
        weightsAfter(new Optimisation(4, 0.5, 0, 0, 0, 0, 0, false, 1), 1, 1);
    List<Double> moved = new ArrayList<>();
    for (String name :
        List.of(
            "head.0.weight",
            "encoder.layer.1.output.dense.bias",
            "encoder.layer.0.output.dense.bias",
            "embeddings.LayerNorm.bias")) {
      float[] from = before.get(name);
      float[] to = after.get(name);
      double most = 0;
      for (int i = 0; i < from.length; i++) {
        most = Math.max(most, Math.abs(to[i] - from[i]));
      }
      moved.add(most);
    }

    // The first step of AdamW moves by the rate, whatever the gradient.
    assertThat(moved)
        .usingElementComparator((a, b) -> Math.abs(a - b) < 0.01 * b ? 0 : Double.compare(a, b))
        .containsExactly(0.04, 0.01, 0.005, 0.0025);
  }

  @Test
  void only_tokens_of_the_batch_move_their_embeddings() {
    Map<String, float[]> before = weights(start());
    Optimisation decaying = new Optimisation(1, 1, 0.5, 0, 0, 0, 0, false, 2);
    float[] after = weightsAfter(decaying, 2, 1).get(Parameters.WORDS);
    float[] words = before.get(Parameters.WORDS);
    int width = RandomClassifier.BERT.width();
    boolean[] seen = new boolean[RandomClassifier.BERT.vocabulary()];
    seen[RandomClassifier.BERT.padding()] = true;
    for (int text = 0; text < ROWS; text++) {
      for (int token : TOKENS.ids(text)) {
        seen[token] = true;
      }
    }
    assertThat(seen).contains(false);
    for (int token = 0; token < seen.length; token++) {
      boolean moved =
          !Arrays.equals(
              Arrays.copyOfRange(words, token * width, (token + 1) * width),
              Arrays.copyOfRange(after, token * width, (token + 1) * width));
      assertThat(moved).as("token %d", token).isEqualTo(seen[token]);
    }
  }

  @Test
  void a_failed_step_ends_on_all_threads_before_it_is_told() {
    Tokens foreign = TokensOf.ids(new int[] {1, 2, 999}, new int[] {3, 4}, new int[] {5});
    Labels labels = labels().select(new int[] {0, 1, 2});
    for (int i = 0; i < 20; i++) {
      try (TorchTraining training = new TorchTraining(start(), Optimisations.plain(3), 1)) {
        assertThatThrownBy(
                () ->
                    training.step(foreign, labels, LOSS, List.<int[]>of(new int[] {0, 1, 2}), 0.01))
            .isInstanceOf(RuntimeException.class);
      }
    }
  }
}
