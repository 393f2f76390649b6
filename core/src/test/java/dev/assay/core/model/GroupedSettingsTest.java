package dev.assay.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.core.problem.Problem;
import dev.assay.core.problem.Problems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings that stand in groups, or in kinds of their own. */
class GroupedSettingsTest {

  private static final Setting.Group HEAD =
      new Setting.Group(
          "head",
          "The head.",
          List.of(
              new Setting.Choice("pooling", "How.", List.of("mean", "cls"), "mean"),
              new Setting.Whole("layers", "How many.", 1, 8, 1L),
              new Setting.Whole(Settings.THREADS, "How many.", 0, 64, 0L)));
  private static final Setting.OneOf LOSS =
      new Setting.OneOf(
          "loss",
          "What is minimised.",
          List.of(
              new Setting.Group("plain", "Nothing to say.", List.of()),
              new Setting.Group(
                  "focal",
                  "Hard examples first.",
                  List.of(new Setting.Number("gamma", "How hard.", 0, 10, 2.0))),
              new Setting.Group(
                  "smooth",
                  "A little of all.",
                  List.of(new Setting.Number("share", "How little.", 0, 0.9, 0.1)))),
          "focal");
  private static final List<Setting> KNOWN =
      List.of(HEAD, LOSS, new Setting.Whole("epochs", "How often.", 1, 100, 4L));

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

  @Test
  void what_is_not_said_has_its_default_inside_of_groups_too() {
    Settings nothing = valid(Map.of());
    Settings some = valid(Map.of("head", Map.of("layers", 3L)));

    assertThat(nothing.group("head").choice("pooling")).isEqualTo("mean");
    assertThat(nothing.group("head").whole("layers")).isEqualTo(1);
    assertThat(some.group("head").whole("layers")).isEqualTo(3);
    assertThat(some.group("head").choice("pooling")).isEqualTo("mean");
  }

  @Test
  void a_kind_that_is_not_said_is_the_default_with_its_own_defaults() {
    SettingVariant loss = valid(Map.of()).oneOf("loss");

    assertThat(loss.name()).isEqualTo("focal");
    assertThat(loss.settings().number("gamma")).isEqualTo(2);
  }

  @Test
  void a_bare_name_stands_for_a_kind_with_its_defaults() {
    assertThat(valid(Map.of("loss", "smooth")).oneOf("loss").settings().number("share"))
        .isEqualTo(0.1);
    assertThat(valid(Map.of("loss", "plain")).oneOf("loss").settings().asMap()).isEmpty();
  }

  @Test
  void a_kind_takes_settings_of_its_own() {
    SettingVariant loss = valid(Map.of("loss", Map.of("focal", Map.of("gamma", 3L)))).oneOf("loss");

    assertThat(loss.name()).isEqualTo("focal");
    assertThat(loss.settings().number("gamma")).isEqualTo(3);
  }

  @Test
  void what_settings_come_to_resolves_to_itself() {
    for (Map<String, ?> given :
        List.<Map<String, ?>>of(
            Map.of(),
            Map.of("loss", "plain"),
            Map.of("loss", Map.of("smooth", Map.of("share", 0.4))),
            Map.of("head", Map.of("pooling", "cls"), "epochs", 9L))) {
      Settings settings = valid(given);

      assertThat(valid(settings.asMap()).asMap()).isEqualTo(settings.asMap());
    }
    assertThat(valid(Map.of("loss", "smooth", "head", Map.of("layers", 2L))).asMap())
        .isEqualTo(
            Map.of(
                "head",
                Map.of("pooling", "mean", "layers", 2L, "threads", 0L),
                "loss",
                Map.of("smooth", Map.of("share", 0.1)),
                "epochs",
                4L));
    assertThat(valid(Map.of("loss", "plain")).asMap()).containsEntry("loss", "plain");
  }

  @Test
  void an_unknown_inner_key_is_told_at_its_place_with_the_nearest_name() {
    assertThat(
            problems(
                Map.of(
                    "head",
                    Map.of("poolling", "mean"),
                    "loss",
                    Map.of("focal", Map.of("gama", 2L)))))
        .containsExactlyInAnyOrder(
            "head/poolling: unknown setting 'head.poolling'. Did you mean 'pooling'?",
            "loss/focal/gama: unknown setting 'loss.focal.gama'. Did you mean 'gamma'?");
  }

  @Test
  void a_setting_of_another_kind_is_unknown() {
    assertThat(problems(Map.of("loss", Map.of("smooth", Map.of("gamma", 2L)))))
        .containsExactly("loss/smooth/gamma: unknown setting 'loss.smooth.gamma'. Known: share.");
  }

  @Test
  void bounds_hold_inside() {
    assertThat(
            problems(
                Map.of(
                    "head", Map.of("layers", 9L), "loss", Map.of("focal", Map.of("gamma", -1L)))))
        .containsExactlyInAnyOrder(
            "head/layers: head.layers is '9'. It must be a whole number from 1 to 8.",
            "loss/focal/gamma: loss.focal.gamma is '-1'. It must be a number from 0.0 to 10.0.");
  }

  @Test
  void an_unknown_kind_is_told_with_the_nearest_and_its_settings_are_not_called_wrong() {
    assertThat(problems(Map.of("loss", "smoth")))
        .containsExactly("loss: loss is 'smoth'. Did you mean 'smooth'?");
    assertThat(problems(Map.of("loss", Map.of("smoth", Map.of("share", 7L)))))
        .containsExactly("loss: loss is 'smoth'. Did you mean 'smooth'?");
  }

  @Test
  void what_is_no_group_and_no_kind_is_told() {
    assertThat(problems(Map.of("head", "mean")))
        .containsExactly("head: head is 'mean'. It must be a mapping of its settings.");
    assertThat(problems(Map.of("head", List.of("mean"))))
        .containsExactly("head: head is a list. It must be a mapping of its settings.");
    assertThat(problems(Map.of("loss", 3L)))
        .containsExactly("loss: loss is '3'. It must be one of plain, focal, smooth.");
    assertThat(problems(Map.of("loss", Map.of("focal", 2L))))
        .containsExactly("loss/focal: loss.focal is '2'. It must be a mapping of its settings.");
  }

  @Test
  void two_kinds_at_once_are_one_too_many() {
    assertThat(problems(Map.of("loss", Map.of("focal", Map.of(), "plain", Map.of()))))
        .containsExactly("loss: loss has 2 kinds. It must be one of plain, focal, smooth.");
    assertThat(problems(Map.of("loss", Map.of())))
        .containsExactly("loss: loss has 0 kinds. It must be one of plain, focal, smooth.");
  }

  @Test
  void one_thread_is_one_thread_inside_of_groups_too() {
    assertThat(valid(Map.of()).onOneThread().group("head").whole(Settings.THREADS)).isEqualTo(1);
  }

  @Test
  void a_default_that_is_no_kind_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Setting.OneOf("loss", "What.", LOSS.variants(), "fcal"))
        .withMessageContaining("fcal");
  }
}
