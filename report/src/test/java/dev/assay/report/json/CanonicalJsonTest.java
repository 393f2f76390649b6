package dev.assay.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.report.document.Tone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {

  private static final JsonMapper PARSER = JsonMapper.shared();

  @Test
  void values_stand_in_the_order_given_one_to_a_line() {
    Map<String, Object> verdict = new LinkedHashMap<>();
    verdict.put("outcome", Tone.BAD);
    verdict.put("examples", 5871L);
    verdict.put("alpha", 0.05);
    verdict.put("f1", 1.0);
    verdict.put("reason", null);
    verdict.put("checks", List.of(Map.of("name", "recent \"reality\""), List.of(), Map.of()));
    verdict.put("forced", false);

    assertThat(CanonicalJson.render(verdict))
        .isEqualTo(
            """
            {
              "outcome": "bad",
              "examples": 5871,
              "alpha": 0.05,
              "f1": 1.0,
              "reason": null,
              "checks": [
                {
                  "name": "recent \\"reality\\""
                },
                [],
                {}
              ],
              "forced": false
            }
            """);
  }

  @Test
  void a_value_that_json_lacks_is_refused_with_its_path() {
    Map<String, Object> holdout = new LinkedHashMap<>(Map.of("f1_macro", Double.NaN));

    assertThatThrownBy(() -> CanonicalJson.render(Map.of("holdouts", List.of(Map.of(), holdout))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("JSON at $.holdouts[1].f1_macro: NaN is not a JSON number");
    assertThatThrownBy(() -> CanonicalJson.render(List.of(Float.POSITIVE_INFINITY)))
        .hasMessageStartingWith("JSON at $[0]: Infinity");
    assertThatThrownBy(() -> CanonicalJson.render(Map.of("at", Path.of("x"))))
        .hasMessageStartingWith("JSON at $.at: a ");
  }

  @Test
  void a_collection_whose_order_may_change_is_refused() {
    assertThatThrownBy(() -> CanonicalJson.render(Map.of("a", 1, "b", 2)))
        .hasMessageContaining("without an order");
    assertThatThrownBy(() -> CanonicalJson.render(Set.of(1, 2)))
        .hasMessageContaining("without an order");
  }

  @Test
  void a_file_holds_what_is_rendered(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("verdict.json");

    CanonicalJson.write(List.of("ä"), file);

    assertThat(file).hasContent("[\n  \"ä\"\n]\n");
  }

  @Property(tries = 300, seed = "17")
  void what_is_written_reads_back_as_the_same_values(@ForAll("values") Object value) {
    Object read = PARSER.readValue(CanonicalJson.render(value), Object.class);

    assertThat(read).isEqualTo(value);
  }

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<String> text =
        Arbitraries.strings().all().ofMaxLength(12).filter(CanonicalJsonTest::isUnicode);
    Arbitrary<Object> leaf =
        Arbitraries.oneOf(
            text.map(Object.class::cast),
            Arbitraries.doubles().map(Object.class::cast),
            Arbitraries.integers().map(Object.class::cast),
            Arbitraries.of(true, false));
    return Arbitraries.lazyOf(
        () -> leaf,
        () -> leaf.list().ofMaxSize(4).map(list -> (Object) new ArrayList<>(list)),
        () -> Arbitraries.maps(text, values()).ofMaxSize(3).map(LinkedHashMap::new));
  }

  /** A lone half of a surrogate pair is no character and has no UTF-8. */
  private static boolean isUnicode(String text) {
    return text.codePoints().noneMatch(character -> character >= 0xD800 && character <= 0xDFFF);
  }
}
