package dev.assay.text.torch;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.text.encoder.Architecture;
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
import org.bytedeco.pytorch.global.torch;

/**
 * A program that prints, for some pieces of work, how many native objects each left behind. JavaCPP
 * counts them only where it was told so before libtorch is loaded, so it needs a process of its
 * own; one without a garbage collector, which would free what is left.
 */
final class NativeObjects {

  private static final int TEXTS = 200;

  private static final Tokens TOKENS = TokensOf.random(TEXTS, 40, 60, 1);

  private static final Architecture MPNET =
      new Architecture(60, 60, 2, 0, 16, 5, 4, 24, 1e-5, 1, 32);

  private NativeObjects() {}

  /** Prints a line a piece of work: its name, and by how much the count grew. */
  public static void main(String[] arguments) {
    // The first touch decides whether objects are counted.
    Pointer.totalCount();
    count("nothing but a tensor that nobody closes", NativeObjects::forget);
    for (Pooling pooling : Pooling.values()) {
      try (TorchTraining training = training(RandomClassifier.BERT, pooling, 0)) {
        count("steps by " + pooling, () -> steps(training, 20, crossEntropy()));
        count("scores by " + pooling, () -> scores(training));
      }
    }
    try (TorchTraining training = training(MPNET, Pooling.MEAN, 0.1)) {
      count("steps of MPNet with dropout", () -> steps(training, 20, crossEntropy()));
      count("scores of MPNet", () -> scores(training));
    }
    try (TorchTraining training = training(RandomClassifier.BERT, Pooling.MEAN, 0)) {
      for (Loss loss : losses()) {
        count("steps by " + loss, () -> steps(training, 20, loss));
      }
      count("copies", training::classifier);
    }
    count("fifty trainings", NativeObjects::openAndClose);
  }

  private static void count(String name, Runnable work) {
    long before = Pointer.totalCount();
    work.run();
    System.out.println(name + ": " + (Pointer.totalCount() - before));
  }

  private static void forget() {
    Libtorch.prepareThread();
    torch.zeros(1);
  }

  private static void scores(TorchTraining training) {
    training.scores(TOKENS, IntStream.range(0, TEXTS).toArray());
  }

  private static void openAndClose() {
    for (int i = 0; i < 50; i++) {
      try (TorchTraining training = training(RandomClassifier.BERT, Pooling.ATTENTION, 0)) {
        steps(training, 1, crossEntropy());
      }
    }
  }

  private static TorchTraining training(Architecture encoder, Pooling pooling, double dropout) {
    Classifier classifier =
        RandomClassifier.of(
            RandomClassifier.encoder(encoder, 1),
            pooling,
            List.of(8, 2),
            Classifier.Activation.SIGMOID,
            2);
    return new TorchTraining(
        classifier, new Optimisation(2, 0.9, 0.01, 1, dropout, dropout, 0, false, 2), 1);
  }

  private static Loss crossEntropy() {
    return new Loss.BinaryCrossEntropy(List.of(2.0, 1.0), 0.1);
  }

  private static List<Loss> losses() {
    return List.of(
        crossEntropy(),
        new Loss.Focal(2, List.of(1.0, 1.0)),
        new Loss.Asymmetric(0, 4, 0.05),
        new Loss.DistributionBalanced(List.of(0.3, 0.1), 2, 0.05, 0.1, 10, 0.2));
  }

  /** Steps on batches of random size, texts of random length among them. */
  private static void steps(TorchTraining training, int steps, Loss loss) {
    Random random = new Random(4);
    byte[][] states = new byte[2][TEXTS];
    for (byte[] column : states) {
      for (int row = 0; row < TEXTS; row++) {
        column[row] = (byte) (random.nextInt(3) - 1);
      }
    }
    Labels labels =
        Labels.ofColumns(new LabelSchema(TaskKind.MULTILABEL, List.of("a", "b")), states);
    for (int step = 0; step < steps; step++) {
      int[] rows = random.ints(1 + random.nextInt(12), 0, TEXTS).toArray();
      training.step(TOKENS, labels, loss, List.<int[]>of(rows), 1e-4);
    }
  }
}
