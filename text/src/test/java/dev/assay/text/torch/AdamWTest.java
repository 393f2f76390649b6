package dev.assay.text.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.text.encoder.Architecture;
import dev.assay.text.encoder.EncoderWeights;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.network.Classifier;
import dev.assay.text.network.Head;
import dev.assay.text.network.Pooling;
import dev.assay.text.network.RandomClassifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against {@code training.json}, which {@code src/test/python/torch_golden.py} writes. */
class AdamWTest {

  private static final int ROWS = 4;
  private static final int WIDTH = 6;
  private static final String DENSE = "head.0.weight";

  @BeforeAll
  static void load() {
    Libtorch.prepareThread();
  }

  static Stream<Golden.Steps> steps() {
    return Golden.read().steps().stream();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void dense_weights_move_as_pytorch_moves_them(Golden.Steps golden) {
    try (Parameters parameters = new Parameters(classifier(golden));
        AdamW optimiser = optimiser(parameters, golden)) {
      for (int step = 0; step < golden.rates().size(); step++) {
        int place = step;
        NativeScope.run(
            () ->
                optimiser.move(
                    DENSE,
                    matrix(golden.gradients().get(place)),
                    place + 1,
                    golden.rates().get(place)));

        assertThat(values(parameters, DENSE))
            .as("step %d", step)
            .containsExactly(flat(golden.after().get(step)), Offset.offset(2e-6f));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void token_embeddings_that_are_all_touched_move_as_dense_weights_do(Golden.Steps golden) {
    // Rows in another order than the table's, as a batch may give them.
    long[] rows = {2, 0, 3, 1};
    try (Parameters parameters = new Parameters(classifier(golden));
        AdamW optimiser = optimiser(parameters, golden)) {
      for (int step = 0; step < golden.rates().size(); step++) {
        int place = step;
        List<List<Double>> gradient =
            LongStream.of(rows)
                .mapToObj(row -> golden.gradients().get(place).get((int) row))
                .toList();
        NativeScope.run(
            () ->
                optimiser.moveRows(
                    Parameters.WORDS,
                    torch.tensor(rows),
                    matrix(gradient),
                    place + 1,
                    golden.rates().get(place)));

        assertThat(values(parameters, Parameters.WORDS))
            .as("step %d", step)
            .containsExactly(flat(golden.after().get(step)), Offset.offset(2e-6f));
      }
    }
  }

  @Test
  void token_embeddings_that_are_not_touched_keep_their_bits_under_weight_decay() {
    Golden.Steps golden = Golden.read().steps().getLast();
    try (Parameters parameters = new Parameters(classifier(golden));
        AdamW optimiser = optimiser(parameters, golden)) {
      float[] before = values(parameters, Parameters.WORDS);
      List<List<Double>> gradient = golden.gradients().getFirst().subList(0, 1);
      NativeScope.run(
          () ->
              optimiser.moveRows(
                  Parameters.WORDS, torch.tensor(new long[] {2}), matrix(gradient), 1, 0.1));
      float[] after = values(parameters, Parameters.WORDS);

      for (int i = 0; i < before.length; i++) {
        if (i / WIDTH == 2) {
          assertThat(after[i]).isNotEqualTo(before[i]);
        } else {
          assertThat(after[i]).isEqualTo(before[i]);
        }
      }
    }
  }

  private static AdamW optimiser(Parameters parameters, Golden.Steps golden) {
    Optimisation optimisation = new Optimisation(1, 1, golden.decay(), 0, 0, 0, 0, false, 1);
    Architecture shape = classifier(golden).encoder().architecture();
    return new AdamW(
        parameters, new RateGroups(shape, optimisation), Set.of(), optimisation.weightDecay());
  }

  /** A classifier whose token embeddings and head are the weight to be moved. */
  private static Classifier classifier(Golden.Steps golden) {
    Architecture shape = new Architecture(ROWS, 8, 0, 0, WIDTH, 1, 2, 4, 1e-12, 0, 0);
    FloatTensor weight = FloatTensor.of(flat(golden.start()), ROWS, WIDTH);
    Map<String, FloatTensor> tensors =
        new LinkedHashMap<>(RandomClassifier.encoder(shape, 3).tensors());
    tensors.put(Parameters.WORDS, weight);
    Head.Linear map = new Head.Linear(weight, FloatTensor.of(new float[ROWS], ROWS));
    return new Classifier(
        new EncoderWeights(shape, tensors),
        new Head(Pooling.MEAN, Optional.empty(), List.of(map)),
        Classifier.Activation.SIGMOID);
  }

  private static Tensor matrix(List<List<Double>> rows) {
    return torch.tensor(flat(rows)).view(rows.size(), WIDTH);
  }

  private static float[] flat(List<List<Double>> rows) {
    float[] flat = new float[rows.size() * WIDTH];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = rows.get(i / WIDTH).get(i % WIDTH).floatValue();
    }
    return flat;
  }

  private static float[] values(Parameters parameters, String name) {
    Classifier now = parameters.classifier();
    FloatTensor tensor =
        name.equals(DENSE)
            ? now.head().layers().getFirst().weight()
            : Objects.requireNonNull(now.encoder().tensors().get(name));
    float[] values = new float[tensor.size()];
    tensor.values().get(values);
    return values;
  }
}
