package dev.assay.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.source.ColumnProfile.Kind;
import dev.assay.data.source.ColumnProfile.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableProfilerTest {

  @TempDir private Path folder;

  @Test
  void columns_are_known_by_what_their_values_look_like() throws IOException {
    TableProfile profile =
        profile(
            """
            Date,Station,Rain,Count,RainTomorrow
            2020-01-02,Oslo,0.5,1,Yes
            2020-01-01,Bergen,NA,2,No
            2020-01-01,Oslo,1,2,No
            2020-01-02,Bergen,2,3,NA
            """);
    assertThat(profile.rows()).isEqualTo(4);
    assertThat(profile.columns())
        .extracting(ColumnProfile::kind)
        .containsExactly(Kind.TIME, Kind.TEXT, Kind.NUMBER, Kind.WHOLE, Kind.TEXT);
    ColumnProfile date = profile.column("Date").orElseThrow();
    assertThat(date.firstDay()).contains(LocalDate.of(2020, 1, 1));
    assertThat(date.lastDay()).contains(LocalDate.of(2020, 1, 2));
    assertThat(profile.column("Rain").orElseThrow().missing()).isEqualTo(1);
    assertThat(profile.column("RainTomorrow").orElseThrow().levels())
        .containsExactly(new Level("No", 2), new Level("Yes", 1));
    assertThat(profile.key()).containsExactly("Station", "Date");
  }

  @Test
  void a_number_that_happens_to_differ_in_every_row_is_no_key() throws IOException {
    assertThat(profile("name,size,y\na,1,0\na,2,1\nb,3,0\n").key()).isEmpty();
    assertThat(profile("name,user_id,y\na,1,0\na,2,1\nb,3,0\n").key()).containsExactly("user_id");
  }

  @Test
  void the_country_NA_is_a_name_in_a_key() throws IOException {
    assertThat(profile("country,y\nNA,0\nDE,1\n").key()).containsExactly("country");
  }

  private TableProfile profile(String csv) throws IOException {
    Files.writeString(folder.resolve("rows.csv"), csv);
    return TableProfiler.profile(folder, new RowSource.Files(List.of("rows.csv")));
  }
}
