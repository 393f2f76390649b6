package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DoctorCommandTest {

  @TempDir private Path folder;

  private VerbRun doctor(Path home) {
    return VerbRun.of("doctor", "--home", home, "--json");
  }

  private static JsonNode finding(VerbRun run, String what) {
    return run.json().get("findings").values().stream()
        .filter(one -> one.get("what").asString().equals(what))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_home_that_is_not_there_yet_is_fine_and_is_not_made() {
    Path home = folder.resolve(".assay");

    VerbRun run = doctor(home);

    assertThat(run.code()).isZero();
    assertThat(run.json().get("works").asBoolean()).isTrue();
    assertThat(finding(run, "duckdb").get("found").asString()).isEqualTo("wrote and read 4 rows");
    assertThat(finding(run, "xgboost").get("found").asString())
        .isEqualTo("trained and scored 4 rows");
    assertThat(finding(run, "home").get("found").asString()).contains("is not there yet");
    assertThat(home).doesNotExist();
  }

  @Test
  void a_damaged_champion_is_found_and_the_mend_is_said() throws IOException {
    Path home = folder.resolve(".assay");
    VerbRun ran = VerbRun.of("run", RainTable.write(folder), "--json");
    VerbRun whole = doctor(home);
    String champion =
        VerbRun.of("history", "--home", home, "--json").json().get("champion").asString();
    Path object = home.resolve("objects").resolve(champion.substring(0, 2)).resolve(champion);
    Files.writeString(object, "{}");

    VerbRun damaged = doctor(home);

    assertThat(ran.code()).isZero();
    assertThat(whole.code()).isZero();
    assertThat(finding(whole, "records").get("found").asString()).isEqualTo("1 run on record");
    assertThat(finding(whole, "champion").get("found").asString()).contains("is whole");
    assertThat(damaged.code()).isEqualTo(2);
    assertThat(finding(damaged, "champion").get("health").asString()).isEqualTo("broken");
    assertThat(finding(damaged, "champion").get("mend").asString()).contains("assay rollback");
    assertThat(finding(damaged, "former champion").get("health").asString()).isEqualTo("fine");
  }

  @Test
  void records_that_are_no_database_are_broken_and_not_a_stack_trace() throws IOException {
    Path home = Files.createDirectory(folder.resolve(".assay"));
    Files.writeString(home.resolve("assay.db"), "this is no database, however long it may be ...");

    VerbRun run = VerbRun.of("doctor", "--home", home);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out())
        .containsPattern("records +broken")
        .contains("file is not a database", "  mend: ");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void a_home_that_everybody_may_write_to_is_doubtful() throws IOException {
    Path home = Files.createDirectory(folder.resolve(".assay"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));

    VerbRun run = doctor(home);

    assertThat(run.code()).isZero();
    assertThat(finding(run, "home").get("health").asString()).isEqualTo("doubtful");
    assertThat(finding(run, "home").get("mend").asString()).contains("chmod o-w");
  }

  @Test
  void a_file_in_the_place_of_the_home_is_broken() throws IOException {
    Path home = Files.writeString(folder.resolve("home.txt"), "a file");

    VerbRun run = doctor(home);

    assertThat(run.code()).isEqualTo(2);
    assertThat(finding(run, "home").get("found").asString()).contains("cannot be written to");
  }
}
