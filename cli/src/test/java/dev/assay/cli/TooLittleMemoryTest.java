package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.Registry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that does not fit into the memory that Java was given. */
class TooLittleMemoryTest {

  private static final int ROWS = 200_000;

  @TempDir Path temporary;

  @Test
  void it_is_said_with_what_to_do_and_the_home_stays_as_it_was() throws Exception {
    RainFolder folder = new RainFolder(temporary);
    Path small = folder.write("small.yaml", RainFolder.EXPERIMENT);
    Path home = folder.file("home");
    assertThat(VerbRun.of("run", small, "--home", home).code()).isZero();
    List<String> before = RainFolder.files(home);
    Path large =
        folder.write(
            "large.yaml",
            """
            name: large
            data: { rows: { csv: large.csv }, id: id, texts: text, label: { rain: binary } }
            train: { with: logistic }
            """);
    Random random = new Random(7);
    List<String> lines = new ArrayList<>(List.of("id,text,humidity,rain"));
    for (int row = 0; row < ROWS; row++) {
      lines.add(
          "%d,%s,%s,%d"
              .formatted(
                  row,
                  Long.toHexString(random.nextLong()).repeat(10),
                  random.nextFloat(),
                  random.nextInt(2)));
    }
    Files.write(folder.file("large.csv"), lines);

    Process process = folder.start(large, home, "64m");

    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(Files.readString(folder.file("process.err")))
        .contains("assay: memory ran out; nothing is half-written. Java may take 6")
        .contains("ASSAY_JAVA_OPTS")
        .doesNotContain("\tat ");
    assertThat(RainFolder.files(home)).isEqualTo(before);
    Registry registry = RainFolder.registry(home);
    assertThat(registry.runs().all()).hasSize(1);
  }
}
