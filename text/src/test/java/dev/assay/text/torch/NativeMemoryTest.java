package dev.assay.text.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.text.loss.Loss;
import dev.assay.text.network.Classifier;
import dev.assay.text.network.Pooling;
import dev.assay.text.network.RandomClassifier;
import dev.assay.text.tokenise.Tokens;
import dev.assay.text.tokenise.TokensOf;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Native objects are freed by scopes alone: the collector does not free them. */
class NativeMemoryTest {

  private static final int TEXTS = 200;
  private static final Tokens TOKENS = TokensOf.random(TEXTS, 40, 60, 1);
  private static final long MEGABYTE = 1 << 20;

  @BeforeAll
  static void load() {
    Libtorch.prepareThread();
    // What a first training leaves behind for good is counted before.
    try (TorchTraining training = training(Pooling.MEAN)) {
      steps(training, 20, loss());
    }
  }

  private static Loss loss() {
    return new Loss.BinaryCrossEntropy(List.of(2.0, 1.0), 0.1);
  }

  private static TorchTraining training(Pooling pooling) {
    Classifier classifier =
        RandomClassifier.of(
            RandomClassifier.encoder(RandomClassifier.BERT, 1),
            pooling,
            List.of(8, 2),
            Classifier.Activation.SIGMOID,
            2);
    return new TorchTraining(classifier, new Optimisation(2, 0.9, 0.01, 1, 0, 0, 0, false, 2), 1);
  }

  private static Labels labels() {
    Random random = new Random(3);
    byte[][] states = new byte[2][TEXTS];
    for (byte[] column : states) {
      for (int row = 0; row < TEXTS; row++) {
        column[row] = (byte) (random.nextInt(3) - 1);
      }
    }
    return Labels.ofColumns(new LabelSchema(TaskKind.MULTILABEL, List.of("a", "b")), states);
  }

  private static void steps(TorchTraining training, int steps, Loss loss) {
    Labels labels = labels();
    Random random = new Random(4);
    for (int step = 0; step < steps; step++) {
      int[] rows = random.ints(1 + random.nextInt(12), 0, TEXTS).toArray();
      training.step(TOKENS, labels, loss, List.<int[]>of(rows), 1e-4);
    }
  }

  @Test
  void hundreds_of_steps_leave_no_native_object_behind() {
    for (Pooling pooling : Pooling.values()) {
      try (TorchTraining training = training(pooling)) {
        steps(training, 5, loss());
        long objects = Pointer.totalCount();
        long bytes = Pointer.totalBytes();

        steps(training, 150, loss());

        assertThat(Pointer.totalCount()).as("%s", pooling).isEqualTo(objects);
        assertThat(Pointer.totalBytes()).as("%s", pooling).isEqualTo(bytes);
      }
    }
  }

  @Test
  void every_loss_leaves_no_native_object_behind() {
    List<Loss> losses =
        List.of(
            new Loss.Focal(2, List.of(1.0, 1.0)),
            new Loss.Asymmetric(0, 4, 0.05),
            new Loss.DistributionBalanced(List.of(0.3, 0.1), 2, 0.05, 0.1, 10, 0.2));
    try (TorchTraining training = training(Pooling.MEAN)) {
      steps(training, 5, loss());
      long objects = Pointer.totalCount();
      for (Loss loss : losses) {
        steps(training, 20, loss);
      }

      assertThat(Pointer.totalCount()).isEqualTo(objects);
    }
  }

  @Test
  void scoring_and_copying_leave_no_native_object_behind() {
    int[] rows = IntStream.range(0, TEXTS).toArray();
    try (TorchTraining training = training(Pooling.LAST4_MEAN)) {
      training.scores(TOKENS, rows);
      long objects = Pointer.totalCount();
      for (int i = 0; i < 10; i++) {
        training.scores(TOKENS, rows);
        training.classifier();
      }

      assertThat(Pointer.totalCount()).isEqualTo(objects);
    }
  }

  @Test
  void closing_frees_every_object() {
    long objects = Pointer.totalCount();
    long bytes = Pointer.totalBytes();
    for (int i = 0; i < 50; i++) {
      try (TorchTraining training = training(Pooling.ATTENTION)) {
        steps(training, 1, loss());
      }
    }

    assertThat(Pointer.totalCount()).isEqualTo(objects);
    assertThat(Pointer.totalBytes()).isEqualTo(bytes);
  }

  @Test
  void resident_memory_does_not_grow_with_steps() {
    try (TorchTraining training = training(Pooling.MEAN)) {
      steps(training, 100, loss());
      long before = Pointer.physicalBytes();
      steps(training, 400, loss());

      // A tensor of one step that stays has about a quarter of a megabyte.
      assertThat(Pointer.physicalBytes() - before).isLessThan(40 * MEGABYTE);
    }
  }
}
