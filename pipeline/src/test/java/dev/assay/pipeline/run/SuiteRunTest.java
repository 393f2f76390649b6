package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.gate.Check;
import dev.assay.core.gate.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteRunTest {

  /** It rains in damp air under low pressure and in dry air under high pressure. */
  private static final String VECTORS =
      """
      vectors:
        - must_detect: rain
          functionality: damp and low
          inputs: { humidity: 0.9, pressure: 0.1, wind: 0.5, cloud: 0.5, dew: 0.5 }
      """;

  private static final String EXPERIMENT =
      ExperimentFolder.EXPERIMENT
          + "  - { name: behaves, suite: weather, must_pass: all }\nsuites: [weather.yaml]\n";

  @TempDir Path temporary;
  private ExperimentFolder folder;

  @BeforeEach
  void lay_out_the_folder() {
    folder = new ExperimentFolder(temporary).holding(WeatherTable.of(1_200));
  }

  @Test
  void a_suite_is_run() throws IOException {
    Files.writeString(folder.file("weather.yaml"), VECTORS);
    RunResult run = folder.run(EXPERIMENT);
    for (Check check : run.verdict().checks()) {
      System.err.println(check.sentence());
    }
    assertThat(run.verdict().checks()).extracting(Check::outcome).contains(Outcome.PASS);
  }
}
