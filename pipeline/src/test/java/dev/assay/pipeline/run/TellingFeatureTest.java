package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TellingFeatureTest {

  private static final String QUESTION =
      "'sky' alone tells 'rain' (ROC AUC 1.000): was it known when the prediction is made? If not,"
          + " leave it out: data.features.except: [sky].";

  @TempDir private Path temporary;

  @Test
  void a_feature_that_tells_the_label_is_a_warning_of_the_verdict_and_others_are_none() {
    ExperimentFolder folder = new ExperimentFolder(temporary).holding(WeatherTable.of(1_200));

    RunResult telling = folder.run(ExperimentFolder.EXPERIMENT.replace("dew]", "sky]"));
    RunResult honest = folder.withHome("other").run(ExperimentFolder.EXPERIMENT);

    assertThat(telling.verdict().warnings()).contains(QUESTION);
    assertThat(ExperimentFolder.verdict(telling).get("warnings").toString())
        .contains("'sky' alone");
    assertThat(honest.verdict().warnings()).noneMatch(warning -> warning.contains("alone tells"));
  }
}
