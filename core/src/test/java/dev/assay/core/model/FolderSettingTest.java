package dev.assay.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.problem.Problem;
import dev.assay.core.problem.Problems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that are folders. */
class FolderSettingTest {

  private static final List<Setting> KNOWN =
      List.of(new Setting.Folder("encoder", "What is tuned.", List.of("small", "large"), "small"));

  private static Settings resolved(Map<String, ?> given, String folder) {
    Problems problems = new Problems();
    SettingPlaces places = SettingPlaces.all("train").in(folder);
    Settings settings = Settings.resolve(KNOWN, given, places, problems);
    assertThat(problems.list()).isEmpty();
    return settings;
  }

  @ParameterizedTest
  @CsvSource({
    "models/mpnet, /team/assay, /team/assay/models/mpnet",
    "../mpnet, /team/assay, /team/assay/../mpnet",
    "models/mpnet, '', models/mpnet",
    "/models/mpnet, /team/assay, /models/mpnet",
    "'C:\\models', /team/assay, 'C:\\models'",
    "large, /team/assay, large",
  })
  void a_relative_path_starts_in_the_folder_of_its_file_and_a_name_stays(
      String said, String folder, String path) {
    Settings settings = resolved(Map.of("encoder", said), folder);
    assertThat(settings.path("encoder")).isEqualTo(path);
    assertThat(settings.asMap()).containsExactly(Map.entry("encoder", said));
  }

  @Test
  void what_is_on_record_leads_to_the_same_folder_again() {
    Settings first = resolved(Map.of("encoder", "models/mpnet"), "/team/assay");
    assertThat(resolved(first.asMap(), "/team/assay").path("encoder"))
        .isEqualTo(first.path("encoder"));
    assertThat(resolved(Map.of(), "/team/assay").path("encoder")).isEqualTo("small");
  }

  @Test
  void a_mapping_is_no_folder() {
    Problems problems = new Problems();
    Settings.resolve(KNOWN, Map.of("encoder", Map.of("path", "x")), "train", problems);
    assertThat(problems.list())
        .singleElement()
        .extracting(Problem::toString)
        .asString()
        .contains("encoder is a mapping", "the path of a folder");
  }
}
