package dev.assay.trees.xgboost;

import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works on a booster in XGBoost's JSON format, where the library's Java interface cannot: it
 * neither slices a booster, nor tells gains of inputs without a crash where they have no map of
 * names.
 */
final class BoosterJson {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
  private static final JsonMapper MAPPER = new JsonMapper(FACTORY);
  private static final String MODEL = "/learner/gradient_booster/model";

  private BoosterJson() {}

  /**
   * The same booster with the trees of its first rounds only. Numbers keep their digits.
   *
   * @param rounds how many rounds to keep
   * @param treesPerRound how many trees a round adds: the number of classes of a softprob booster,
   *     else 1
   */
  static byte[] firstRounds(byte[] json, int rounds, int treesPerRound) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(json.length);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json);
        JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      parser.nextToken();
      new Cut(parser, generator, rounds, rounds * treesPerRound).copy("");
    }
    return out.toByteArray();
  }

  /** How many rounds of trees a booster has. */
  static int rounds(byte[] json) {
    return MAPPER.readTree(json).at(MODEL + "/iteration_indptr").size() - 1;
  }

  /**
   * The total gain of all splits on each input.
   *
   * @param inputs how many inputs there are
   */
  static double[] totalGains(byte[] json, int inputs) {
    double[] gains = new double[inputs];
    for (JsonNode tree : MAPPER.readTree(json).at(MODEL + "/trees")) {
      JsonNode children = tree.get("left_children");
      for (int node = 0; node < children.size(); node++) {
        if (children.get(node).intValue() >= 0) {
          gains[tree.get("split_indices").get(node).intValue()] +=
              tree.get("loss_changes").get(node).doubleValue();
        }
      }
    }
    return gains;
  }

  /** Copies tokens, leaving out the trees past the last one to keep. */
  private record Cut(JsonParser parser, JsonGenerator generator, int rounds, int trees) {

    /** Copies the value that the parser stands at. */
    void copy(String path) {
      JsonToken token = parser.currentToken();
      if (path.equals(MODEL + "/gbtree_model_param/num_trees")) {
        generator.writeString(String.valueOf(trees));
        return;
      }
      switch (token) {
        case START_OBJECT -> copyObject(path);
        case START_ARRAY -> copyArray(path);
        // Written as text: a number read and written again could lose a digit or its type.
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> generator.writeNumber(parser.getString());
        default -> generator.copyCurrentEvent(parser);
      }
    }

    private void copyObject(String path) {
      generator.writeStartObject();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        generator.writeName(name);
        parser.nextToken();
        copy(path.startsWith(MODEL + "/trees") ? path : path + "/" + name);
      }
      generator.writeEndObject();
    }

    private void copyArray(String path) {
      int kept =
          switch (path.startsWith(MODEL) ? path.substring(MODEL.length()) : "") {
            case "/trees", "/tree_info" -> trees;
            case "/iteration_indptr" -> rounds + 1;
            default -> Integer.MAX_VALUE;
          };
      generator.writeStartArray();
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        if (i < kept) {
          copy(path + "/" + i);
        } else {
          parser.skipChildren();
        }
      }
      generator.writeEndArray();
    }
  }
}
