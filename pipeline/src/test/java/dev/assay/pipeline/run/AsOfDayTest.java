package dev.assay.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.core.problem.InvalidInputException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsOfDayTest {

  private static final String DATED =
      ExperimentFolder.EXPERIMENT.replace("  id: id\n", "  id: id\n  time: day\n");

  private static final WeatherTable TABLE = WeatherTable.of(1_200);
  private static final LocalDate FIRST = WeatherTable.FIRST_DAY;
  private static final LocalDate LAST = LocalDate.parse(TABLE.value(TABLE.size() - 1, "day"));
  private static final String DAYS = FIRST + " to " + LAST;

  @TempDir private Path temporary;
  private ExperimentFolder folder;

  @BeforeEach
  void lay_out_the_folder() {
    folder = new ExperimentFolder(temporary).holding(TABLE);
  }

  @Test
  void a_day_before_all_rows_is_refused_with_the_days_that_there_are() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> folder.run(DATED, FIRST.minusDays(1)))
        .withMessageContaining("weather.csv: as of " + FIRST.minusDays(1))
        .withMessageContaining(DAYS);
  }

  @Test
  void a_day_after_all_rows_is_a_warning_and_the_last_day_is_none() {
    RunResult late = folder.run(DATED, LAST.plusDays(1));
    RunResult inTime = folder.withHome("other").run(DATED, LAST);

    assertThat(late.verdict().warnings())
        .contains(
            "the as-of day, %s, is after the last day of the data: their days are %s"
                .formatted(LAST.plusDays(1), DAYS));
    assertThat(inTime.verdict().warnings()).noneMatch(warning -> warning.contains("as-of day"));
  }

  @Test
  void a_rolling_holdout_that_no_row_reaches_is_refused_with_the_days_that_there_are() {
    String rolling = DATED + "holdouts: { recent: { last: 20d } }\n";

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> folder.run(rolling, LAST.plusDays(20)))
        .withMessageContaining("holdout 'recent': no row is in its days")
        .withMessageContaining(DAYS);
  }
}
