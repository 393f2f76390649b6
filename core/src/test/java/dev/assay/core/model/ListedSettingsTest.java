package dev.assay.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.ledger.ConfigurationDifference;
import dev.assay.core.problem.Problem;
import dev.assay.core.problem.Problems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings that are lists of groups, lists of texts, and numbers by name. */
class ListedSettingsTest {

  private static final List<Setting> KNOWN =
      List.of(
          new Setting.Groups(
              "phases",
              "One after the other.",
              List.of(
                  new Setting.Whole("epochs", "How often.", 1, 100, 4L),
                  new Setting.Texts("sources", "Of which."),
                  new Setting.Whole(Settings.THREADS, "How many.", 0, 64, 0L))),
          new Setting.NamedNumbers("weights", "How much.", 0.5, 10));

  private static Settings valid(Map<String, ?> given) {
    Problems problems = new Problems();
    Settings settings = Settings.resolve(KNOWN, given, "train", problems);
    assertThat(problems.list()).isEmpty();
    return settings;
  }

  /** The problems, each place being the path of keys. */
  private static List<String> problems(Map<String, ?> given) {
    Problems problems = new Problems();
    Settings.resolve(KNOWN, given, path -> String.join("/", path), problems);
    return problems.list().stream().map(Problem::toString).toList();
  }

  private static Settings phases(Object... phases) {
    return valid(Map.of("phases", List.of(phases)));
  }

  @Test
  void nothing_said_is_an_empty_list() {
    assertThat(valid(Map.of()).groups("phases")).isEmpty();
    assertThat(valid(Map.of()).numbers("weights")).isEmpty();
    assertThat(phases(Map.of()).groups("phases").getFirst().texts("sources")).isEmpty();
  }

  @Test
  void each_group_of_a_list_has_its_own_values_and_defaults() {
    Settings settings =
        phases(Map.of("epochs", 2L), Map.of("sources", List.of("b", "a")), Map.of("sources", "a"));

    assertThat(settings.groups("phases"))
        .extracting(one -> one.whole("epochs"))
        .containsExactly(2, 4, 4);
    assertThat(settings.groups("phases"))
        .extracting(one -> one.texts("sources"))
        .containsExactly(List.of(), List.of("b", "a"), List.of("a"));
  }

  @Test
  void numbers_have_names() {
    assertThat(valid(Map.of("weights", Map.of("b", 2L, "a", 0.5))).numbers("weights"))
        .containsExactly(Map.entry("a", 0.5), Map.entry("b", 2.0));
  }

  @Test
  void what_settings_say_of_themselves_is_read_as_the_same() {
    Settings settings =
        valid(
            Map.of(
                "phases",
                List.of(Map.of("sources", List.of("x")), Map.of("epochs", 7L)),
                "weights",
                Map.of("b", 2L)));

    assertThat(valid(settings.asMap()).asMap()).isEqualTo(settings.asMap());
    assertThat(settings.asMap().get("phases"))
        .isEqualTo(
            List.of(
                Map.of("epochs", 4L, "sources", List.of("x"), "threads", 0L),
                Map.of("epochs", 7L, "sources", List.of(), "threads", 0L)));
  }

  @Test
  void a_difference_names_the_group_of_the_list() {
    ConfigurationDifference difference =
        ConfigurationDifference.between(
            phases(Map.of("epochs", 2L), Map.of()).asMap(),
            phases(Map.of("epochs", 3L), Map.of()).asMap());

    assertThat(difference.changes())
        .containsExactly(new ConfigurationDifference.Change("phases[0].epochs", "2", "3"));
  }

  @Test
  void on_one_thread_every_group_is() {
    assertThat(phases(Map.of("threads", 4L)).onOneThread().groups("phases").getFirst())
        .extracting(one -> one.whole(Settings.THREADS))
        .isEqualTo(1);
  }

  @Test
  void every_problem_of_a_list_is_told_with_its_place() {
    assertThat(
            problems(
                Map.of(
                    "phases",
                    List.of(
                        Map.of("epoch", 2L),
                        "twice",
                        Map.of("epochs", 0L, "sources", List.of("a", "a"))))))
        .containsExactly(
            "phases/1/epoch: unknown setting 'phases.1.epoch'. Did you mean 'epochs'?",
            "phases/2: phases.2 is 'twice'. It must be a mapping of its settings.",
            "phases/3/epochs: phases.3.epochs is '0'. It must be a whole number from 1 to 100.",
            "phases/3/sources: phases.3.sources names 'a' twice. Keep one.");
    assertThat(problems(Map.of("phases", Map.of("epochs", 2L))))
        .containsExactly("phases: phases is a mapping. It must be a list of mappings.");
    assertThat(problems(Map.of("weights", Map.of("a", 11L, "b", "much"))))
        .containsExactlyInAnyOrder(
            "weights/a: weights.a is '11'. It must be a number from 0.5 to 10.0.",
            "weights/b: weights.b is 'much'. It must be a number from 0.5 to 10.0.");
    assertThat(problems(Map.of("weights", 3L)))
        .containsExactly("weights: weights is '3'. It must be a mapping of names to numbers.");
  }
}
