package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.gate.Check;
import dev.assay.core.gate.Outcome;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.experiment.ExperimentReader;
import dev.assay.pipeline.experiment.HoldoutDeclaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples on heads per regime, read as they are and run with fewer folds and trees. */
class RegimeExamplesTest {

  private static final Path EXAMPLES = Path.of("../examples/regimes");

  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heads-help.yaml",
        "heads-are-noise.yaml",
        "shutdowns/base.yaml",
        "shutdowns/heads.yaml"
      })
  void every_file_can_be_read_and_leaves_out_one_country_at_a_time(String file) {
    Experiment experiment = ExperimentReader.read(EXAMPLES.resolve(file));

    assertThat(experiment.holdouts())
        .singleElement()
        .isInstanceOfSatisfying(
            HoldoutDeclaration.LeaveOneOut.class,
            holdout -> assertThat(holdout.column()).isEqualTo("country"));
    assertThat(experiment.gates()).hasSizeGreaterThan(1);
  }

  @Test
  void the_worst_countries_are_named_on_days_before_those_that_judge_them() throws IOException {
    Experiment heads = ExperimentReader.read(EXAMPLES.resolve("shutdowns/heads.yaml"));
    LocalDate since =
        heads.holdouts().stream()
            .flatMap(holdout -> ((HoldoutDeclaration.Grouped) holdout).since().stream())
            .findFirst()
            .orElseThrow();
    String text = Files.readString(EXAMPLES.resolve("shutdowns/heads.yaml"));
    String story = Files.readString(EXAMPLES.resolve("shutdowns/story.sh"));
    String picking = text.replaceAll("(?s).*of: regimes-base-(\\d{4}-\\d{2}-\\d{2}),.*", "$1");

    assertThat(LocalDate.parse(picking)).isBefore(since);
    assertThat(story).contains("run base.yaml --as-of " + picking);
  }

  @Test
  void heads_that_help_are_promoted_and_relied_on() {
    RunResult run = run("heads-help.yaml");

    assertThat(run.verdict().reasonsToHold()).isEmpty();
    assertThat(run.isPromoted()).isTrue();
    assertThat(reading(run)).startsWith("The stack relies on the heads");
  }

  @Test
  void heads_that_are_noise_are_held() {
    RunResult run = run("heads-are-noise.yaml");

    assertThat(run.isPromoted()).isFalse();
    assertThat(run.verdict().checks())
        .filteredOn(check -> check.outcome() == Outcome.FAIL)
        .extracting(Check::gate)
        .extracting(gate -> gate.name())
        .containsExactly("better in a new country");
    assertThat(reading(run)).doesNotStartWith("The stack relies on the heads");
  }

  /** Runs an example with three folds instead of eighty, and with less to train in each. */
  private RunResult run(String file) {
    String text =
        text(file)
            .replace("leave_one_out: country,", "leave_out: country, folds: 3,")
            .replace("rounds: 100, depth: 3", "rounds: 40, depth: 3, learning_rate: 0.3")
            .replace("rounds: 50", "rounds: 15, learning_rate: 0.3");
    assertThat(text).contains("folds: 3", "rounds: 40", "rounds: 15");
    return new ExperimentFolder(temporary).run(text);
  }

  private static String text(String file) {
    try {
      return Files.readString(EXAMPLES.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reading(RunResult run) {
    return ExperimentFolder.verdict(run).get("training").get(0).get("reading").asString();
  }
}
