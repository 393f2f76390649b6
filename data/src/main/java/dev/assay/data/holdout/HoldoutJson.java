package dev.assay.data.holdout;

import dev.assay.data.holdout.HoldoutMetadata.LabelCount;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holdout metadata as JSON, keys always in one order. */
final class HoldoutJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private HoldoutJson() {}

  static String write(HoldoutMetadata metadata) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("name", metadata.name()).put("rows", metadata.rows());
    ObjectNode labels = json.putObject("labels");
    for (LabelCount count : metadata.labels()) {
      ObjectNode label =
          labels
              .putObject(count.label())
              .put("known", count.known())
              .put("positives", count.positives());
      count.positiveRate().ifPresent(rate -> label.put("positive_rate", rate));
    }
    metadata.firstDay().ifPresent(day -> json.put("first_day", day.toString()));
    metadata.lastDay().ifPresent(day -> json.put("last_day", day.toString()));
    json.put("groups", metadata.groups())
        .put("sha256", metadata.sha256())
        .put("fingerprint", metadata.fingerprint())
        .put("created_from", metadata.createdFrom());
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }
}
