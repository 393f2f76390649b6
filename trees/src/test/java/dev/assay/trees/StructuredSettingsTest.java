package dev.assay.trees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.ledger.ConfigurationDifference;
import dev.assay.core.ledger.ConfigurationDifference.Change;
import dev.assay.core.model.Setting;
import dev.assay.core.model.SettingPlaces;
import dev.assay.core.model.Settings;
import dev.assay.core.problem.Problem;
import dev.assay.core.problem.Problems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings that are trainers or sets, with the trainers of this module. */
class StructuredSettingsTest {

  private static final List<Setting> KNOWN =
      List.of(
          new Setting.InnerTrainer("base", "The base.", "xgboost", Map.of("depth", 3L)),
          new Setting.NamedSets("clusters", "The clusters.", 1),
          new Setting.Whole("negatives", "How many.", 0, 1000, 200L));
  private static final Map<String, List<String>> CLUSTERS =
      Map.of("mena", List.of("SY", "EG"), "asia", List.of("CN"));

  @Test
  void an_inner_trainer_that_is_not_named_has_its_defaults_but_those_that_the_setting_changes() {
    Settings settings = valid(Map.of("clusters", CLUSTERS));

    assertThat(settings.trainer("base").trainer().name()).isEqualTo("xgboost");
    assertThat(settings.trainer("base").settings().whole("depth")).isEqualTo(3);
    assertThat(settings.trainer("base").settings().whole("rounds")).isEqualTo(400);
  }

  @Test
  void changed_defaults_hold_where_some_settings_are_given_and_not_for_another_trainer() {
    Settings some = valid(Map.of("clusters", CLUSTERS, "base", Map.of("rounds", 7L)));
    Settings other = valid(Map.of("clusters", CLUSTERS, "base", Map.of("with", "logistic")));

    assertThat(some.trainer("base").settings().whole("depth")).isEqualTo(3);
    assertThat(some.trainer("base").settings().whole("rounds")).isEqualTo(7);
    assertThat(other.trainer("base").settings().asMap()).containsOnlyKeys("c", "class_weights");
  }

  @Test
  void the_name_alone_stands_for_a_trainer_with_its_usual_settings() {
    Settings settings = valid(Map.of("clusters", CLUSTERS, "base", "logistic"));

    assertThat(settings.trainer("base").trainer().name()).isEqualTo("logistic");
    assertThat(settings.trainer("base").settings().number("c")).isEqualTo(1);
  }

  @Test
  void sets_keep_their_order_and_their_texts_have_one() {
    Settings settings = valid(Map.of("clusters", CLUSTERS));

    assertThat(settings.sets("clusters").get("mena")).containsExactly("EG", "SY");
  }

  @Test
  void what_settings_come_to_resolves_to_itself() {
    Settings settings =
        valid(Map.of("clusters", CLUSTERS, "base", Map.of("with", "logistic", "c", 0.5)));

    assertThat(valid(settings.asMap()).asMap()).isEqualTo(settings.asMap());
  }

  @Test
  void the_difference_of_two_names_the_inner_setting_and_the_set() {
    Map<String, List<String>> wider =
        Map.of("mena", List.of("EG", "IQ", "SY"), "asia", List.of("CN"));
    Settings before = valid(Map.of("clusters", CLUSTERS));
    Settings after = valid(Map.of("clusters", wider, "base", Map.of("depth", 5L)));

    assertThat(ConfigurationDifference.between(before.asMap(), after.asMap()).changes())
        .contains(new Change("base.depth", "3", "5"), new Change("clusters.mena[1]", "SY", "IQ"));
  }

  @Test
  void every_problem_at_every_depth_is_named_with_its_place_and_the_nearest_name() {
    Map<String, Object> given =
        Map.of(
            "base", Map.of("with", "xgboost", "dept", 4L, "rounds", 0L),
            "clusters",
                Map.of(
                    "a", List.of("EG", "SY"),
                    "b", List.of("EG"),
                    "c", List.of(),
                    "d", List.of("RU", "RU"),
                    "e", Map.of("x", 1L)),
            "negative", 3L);

    assertThat(problems(given))
        .extracting(Problem::toString)
        .hasSize(7)
        .anySatisfy(p -> assertThat(p).contains("at base.dept", "'base.dept'", "'depth'"))
        .anySatisfy(p -> assertThat(p).contains("at base.rounds", "base.rounds is '0'", "1 to"))
        .anySatisfy(p -> assertThat(p).contains("'EG' is in clusters.", " and in clusters."))
        .anySatisfy(p -> assertThat(p).contains("at clusters.c", "clusters.c is empty"))
        .anySatisfy(p -> assertThat(p).contains("at clusters.d", "names 'RU' twice"))
        .anySatisfy(p -> assertThat(p).contains("at clusters.e", "must be a list of texts"))
        .anySatisfy(p -> assertThat(p).contains("at negative", "'negatives'"));
  }

  @Test
  void an_unknown_inner_trainer_is_named_with_the_nearest_and_its_settings_are_not_judged() {
    Map<String, Object> given =
        Map.of("clusters", CLUSTERS, "base", Map.of("with", "logistik", "c", 3L));

    assertThat(problems(given))
        .singleElement()
        .asString()
        .contains("at base.with", "base.with is 'logistik'", "'logistic'");
  }

  @Test
  void sets_that_must_be_there_are_missed() {
    assertThat(problems(Map.of()))
        .singleElement()
        .asString()
        .contains("at clusters", "clusters is missing", "NAME: [A, B]");
  }

  @Test
  void values_of_another_shape_are_refused() {
    assertThat(problems(Map.of("clusters", List.of("EG"), "base", 4L, "negatives", Map.of())))
        .extracting(Problem::toString)
        .hasSize(3)
        .anySatisfy(p -> assertThat(p).contains("clusters is a list", "a mapping of names"))
        .anySatisfy(p -> assertThat(p).contains("base is '4'", "the name of a trainer"))
        .anySatisfy(p -> assertThat(p).contains("negatives is a mapping", "a whole number"));
  }

  private static Settings valid(Map<String, ?> given) {
    Problems problems = new Problems();
    Settings settings = Settings.resolve(KNOWN, given, "test", problems);
    problems.throwIfAny();
    return settings;
  }

  private static List<Problem> problems(Map<String, ?> given) {
    Problems problems = new Problems();
    SettingPlaces places = path -> "at " + String.join(".", path);
    Settings.resolve(KNOWN, given, places, problems);
    return problems.list();
  }
}
