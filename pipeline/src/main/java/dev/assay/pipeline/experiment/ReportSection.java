package dev.assay.pipeline.experiment;

import dev.assay.pipeline.yaml.Section;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code report}: what of the run's rows stands in its report. */
final class ReportSection {

  static final String KEY = "report";

  private static final String EXAMPLES = "examples";

  private ReportSection() {}

  static ReportDeclaration read(Section top) {
    return top.section(KEY).map(ReportSection::declaration).orElse(ReportDeclaration.STANDARD);
  }

  private static ReportDeclaration declaration(Section section) {
    int examples =
        section
            .whole(EXAMPLES, 0, ReportDeclaration.MOST_EXAMPLES)
            .orElse(ReportDeclaration.STANDARD.examples());
    section.done();
    return new ReportDeclaration(examples);
  }

  /** The JSON Schema of the section. */
  static Map<String, Object> schema() {
    return new SectionSchema("What of the run's rows its report shows.")
        .optional(
            EXAMPLES,
            ValueSchema.withDefault(
                (long) ReportDeclaration.STANDARD.examples(),
                ValueSchema.whole(
                    "Rows caught, missed and wrongly flagged for each label; 0 for none.",
                    0,
                    ReportDeclaration.MOST_EXAMPLES)))
        .toMap();
  }

  /** What the section comes to with every default. */
  static Map<String, Object> configuration(ReportDeclaration declared) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(EXAMPLES, declared.examples());
    return map;
  }
}
