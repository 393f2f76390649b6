package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

  private static final int STATIONS = 12;
  private static final int DAYS = 500;

  @TempDir private Path folder;

  @Test
  void a_table_of_weather_goes_from_init_to_a_promoted_champion() throws IOException {
    Files.writeString(folder.resolve("weather.csv"), weather(new Random(49)));
    VerbRun init = VerbRun.of("init", folder);
    assertThat(init.err()).isEmpty();
    assertThat(init.code()).isZero();
    Path experiment = folder.resolve("experiment.yaml");
    assertThat(init.out()).contains("assay data check " + experiment, "assay run " + experiment);

    VerbRun run = VerbRun.of("run", experiment);
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("PROMOTED");
  }

  @Test
  void an_experiment_that_is_there_is_the_user_s_to_move() throws IOException {
    Files.writeString(folder.resolve("rows.csv"), "id,label\na,0\nb,1\n");
    Files.writeString(folder.resolve("experiment.yaml"), "name: mine\n");
    VerbRun run = VerbRun.of("init", folder);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("experiment.yaml", "already");
  }

  /** Rain follows humidity and yesterday's rain; some values are not known. */
  private static String weather(Random random) {
    List<String> winds = List.of("N", "E", "S", "W", "NA");
    StringBuilder rows =
        new StringBuilder("Date,Location,MinTemp,Humidity3pm,WindGustDir,RainToday,RainTomorrow\n");
    for (int station = 0; station < STATIONS; station++) {
      boolean rain = false;
      for (int day = 0; day < DAYS; day++) {
        double humidity = 50 + 20 * random.nextGaussian() + (rain ? 10 : 0);
        double logit = -2.5 + 0.1 * (humidity - 55) + (rain ? 1 : 0);
        boolean tomorrow = random.nextDouble() < 1 / (1 + Math.exp(-logit));
        rows.append(LocalDate.of(2015, 1, 1).plusDays(day)).append(",Station").append(station);
        rows.append(',').append(random.nextInt(5) == 0 ? "NA" : 5 + random.nextInt(20));
        rows.append(',').append(Math.round(10 * humidity) / 10.0).append(',');
        rows.append(winds.get(random.nextInt(winds.size()))).append(',');
        rows.append(rain ? "Yes" : "No").append(',');
        rows.append(random.nextInt(50) == 0 ? "NA" : tomorrow ? "Yes" : "No").append('\n');
        rain = tomorrow;
      }
    }
    return rows.toString();
  }
}
