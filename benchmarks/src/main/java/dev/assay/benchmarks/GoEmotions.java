package dev.assay.benchmarks;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.encoder.PretrainedEncoder;
import dev.assay.text.network.Classifier;
import dev.assay.text.network.Head;
import dev.assay.text.network.Pooling;
import dev.assay.text.tokenise.Tokeniser;
import dev.assay.text.tokenise.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The comments of GoEmotions with their 28 labels, in the tokens of an encoder.
 *
 * @param tokens at most 64 of each comment
 * @param labels the emotions
 */
record GoEmotions(Tokens tokens, Labels labels) {

  static final int LABELS = 28;
  static final int BATCH = 32;
  static final int LONGEST = 64;

  /** Reads the comments of a file. */
  static GoEmotions read(Path file, PretrainedEncoder encoder) throws IOException {
    List<String> comments = Files.readAllLines(file);
    List<String> texts = new ArrayList<>();
    byte[][] states = new byte[LABELS][comments.size()];
    for (int row = 0; row < comments.size(); row++) {
      String[] columns = comments.get(row).split("\t", -1);
      texts.add(columns[0]);
      for (String label : columns[1].split(",", -1)) {
        states[Integer.parseInt(label)][row] = Labels.POSITIVE;
      }
    }
    List<String> names = IntStream.range(0, LABELS).mapToObj(i -> "label" + i).toList();
    try (Tokeniser tokeniser = Tokeniser.read(encoder.tokeniser(), encoder.name())) {
      return new GoEmotions(
          tokeniser.encode(texts, LONGEST),
          Labels.ofColumns(new LabelSchema(TaskKind.MULTILABEL, names), states));
    }
  }

  /** Full batches of like length, in a random order. */
  List<int[]> batches(Random random) {
    int[] sorted =
        IntStream.range(0, tokens.size())
            .boxed()
            .sorted(Comparator.comparingInt(tokens::length))
            .mapToInt(row -> row)
            .toArray();
    List<int[]> batches = new ArrayList<>();
    for (int from = 0; from + BATCH <= sorted.length; from += BATCH) {
      batches.add(Arrays.copyOfRange(sorted, from, from + BATCH));
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  /** A new head on an encoder. */
  static Classifier classifier(PretrainedEncoder encoder, Random random) {
    int width = encoder.weights().architecture().width();
    float[] weights = new float[LABELS * width];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (0.02 * random.nextGaussian());
    }
    Head.Linear map =
        new Head.Linear(
            FloatTensor.of(weights, LABELS, width), FloatTensor.of(new float[LABELS], LABELS));
    return new Classifier(
        encoder.weights(),
        new Head(Pooling.MEAN, Optional.empty(), List.of(map)),
        Classifier.Activation.SIGMOID);
  }
}
