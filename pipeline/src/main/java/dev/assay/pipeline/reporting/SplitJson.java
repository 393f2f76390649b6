package dev.assay.pipeline.reporting;

import dev.assay.data.leak.LeakKind;
import dev.assay.data.leak.LeakReport;
import dev.assay.data.parts.Assignment;
import dev.assay.data.parts.Fate;
import dev.assay.data.parts.Part;
import dev.assay.pipeline.trial.SplitExamples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Parts and leaks in {@code verdict.json}. */
final class SplitJson {

  private SplitJson() {}

  static Map<String, Object> parts(SplitExamples split) {
    Assignment assignment = split.assignment();
    Map<String, Object> json = new LinkedHashMap<>();
    for (Part part : Part.values()) {
      Map<String, Object> fates = new LinkedHashMap<>();
      for (Fate fate : Fate.values()) {
        if (fate != Fate.QUARANTINED) {
          fates.put(fate.name().toLowerCase(Locale.ROOT), assignment.count(part, fate));
        }
      }
      json.put(part.word(), fates);
    }
    json.put("validation_folds", split.folds().count());
    List<Map<String, Object>> quarantined =
        assignment.quarantined().stream()
            .map(
                row -> {
                  Map<String, Object> each = new LinkedHashMap<>();
                  each.put("id", row.id());
                  each.put("reason", row.reason());
                  return each;
                })
            .toList();
    json.put("quarantined", quarantined);
    return json;
  }

  static Map<String, Object> leak(LeakReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("set", report.other());
    for (LeakKind kind : LeakKind.values()) {
      json.put(kind.name().toLowerCase(Locale.ROOT), report.count(kind));
    }
    json.put("rows_too_common_to_compare", report.commonRows());
    return json;
  }
}
