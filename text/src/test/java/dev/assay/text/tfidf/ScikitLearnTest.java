package dev.assay.text.tfidf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.prediction.Scores;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Terms, their weights and scores against those that {@code tfidf_golden.py} got. */
class ScikitLearnTest {

  private static JsonNode golden() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(ScikitLearnTest.class.getResourceAsStream("scikit-learn.json"))) {
      return JsonMapper.shared().readTree(stream);
    }
  }

  static Stream<JsonNode> cases() throws IOException {
    return golden().get("cases").valueStream();
  }

  private static Dataset examples() throws IOException {
    JsonNode golden = golden();
    List<String> texts = golden.get("texts").valueStream().map(JsonNode::asString).toList();
    byte[] truth = new byte[texts.size()];
    for (int row = 0; row < truth.length; row++) {
      truth[row] = (byte) golden.get("truth").get(row).asInt();
    }
    return Texts.dataset(texts, Labels.ofColumns(LabelSchema.binary("glad"), new byte[][] {truth}));
  }

  private static TfidfLogisticModel model(JsonNode golden) throws IOException {
    Map<String, Object> settings = new LinkedHashMap<>();
    golden
        .get("settings")
        .forEachEntry(
            (name, value) ->
                settings.put(
                    name,
                    value.isBoolean()
                        ? (Object) value.asBoolean()
                        : value.isNumber() ? (Object) value.asDouble() : value.asString()));
    return (TfidfLogisticModel) Texts.train(examples(), settings).model();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void its_terms_are_those_of_scikit_learn(JsonNode golden) throws IOException {
    assertThat(model(golden).features().terms())
        .isEqualTo(golden.get("terms").valueStream().map(JsonNode::asString).toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_weights_of_a_text_are_those_of_scikit_learn(JsonNode golden) throws IOException {
    TfidfFeatures.Row row = model(golden).features().row();
    List<String> texts = golden().get("texts").valueStream().map(JsonNode::asString).toList();
    for (int i = 0; i < texts.size(); i++) {
      JsonNode expected = golden.get("rows").get(i);
      row.read(texts.get(i));
      List<Integer> places = new ArrayList<>();
      for (int entry = 0; entry < row.size(); entry++) {
        places.add(row.place(entry));
      }
      assertThat(places)
          .as(texts.get(i))
          .isEqualTo(expected.valueStream().map(entry -> entry.get(0).asInt()).toList());
      for (int entry = 0; entry < row.size(); entry++) {
        assertThat(row.value(entry))
            .as(texts.get(i))
            .isCloseTo(expected.get(entry).get(1).asDouble(), within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void its_scores_are_those_of_scikit_learn(JsonNode golden) throws IOException {
    Scores scores = model(golden).score(examples());
    for (int row = 0; row < scores.size(); row++) {
      assertThat(scores.score(row, 0))
          .isCloseTo((float) golden.get("scores").get(row).asDouble(), within(2e-5f));
    }
  }
}
