package dev.assay.text.torch;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NativeMemoryTest {

  private static final long MEGABYTE = 1 << 20;

  @Test
  void every_native_object_is_freed_without_the_garbage_collector(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path out = folder.resolve("counts.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:+UseEpsilonGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                NativeObjects.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    String output = Files.readString(out);
    List<String> counts = output.lines().filter(line -> line.matches(".+: -?\\d+")).toList();

    assertThat(process.exitValue()).as(output).isZero();
    assertThat(counts).hasSize(17);
    // The first shows that objects are counted at all.
    assertThat(counts.getFirst()).doesNotEndWith(": 0");
    assertThat(counts.subList(1, counts.size()))
        .allSatisfy(line -> assertThat(line).endsWith(": 0"));
  }

  /** What libtorch itself holds on to, such as graphs, is no object of ours. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void resident_memory_does_not_grow_with_steps() {
    Architecture wide = new Architecture(60, 48, 0, 2, 64, 2, 4, 128, 1e-12, 0, 0);
    Classifier start =
        RandomClassifier.of(
            RandomClassifier.encoder(wide, 1),
            Pooling.MEAN,
            List.of(1),
            Classifier.Activation.SIGMOID,
            2);
    Tokens tokens = TokensOf.random(200, 40, 60, 1);
    Random random = new Random(3);
    byte[][] states = new byte[1][200];
    for (int row = 0; row < 200; row++) {
      states[0][row] = (byte) random.nextInt(2);
    }
    Labels labels = Labels.ofColumns(new LabelSchema(TaskKind.BINARY, List.of("a")), states);
    Loss loss = new Loss.BinaryCrossEntropy(List.of(1.0), 0);
    try (TorchTraining training = new TorchTraining(start, Optimisations.plain(2), 1)) {
      long before = 0;
      for (int step = 0; step < 70; step++) {
        if (step == 20) {
          before = Pointer.physicalBytes();
        }
        int[] rows = random.ints(32, 0, 200).toArray();
        training.step(tokens, labels, loss, List.<int[]>of(rows), 1e-4);
      }

      // The graph of a step has about ten megabytes, so that fifty would have half a gigabyte; the
      // heap may grow meanwhile.
      assertThat(Pointer.physicalBytes() - before).isLessThan(300 * MEGABYTE);
    }
  }
}
