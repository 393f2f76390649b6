package dev.assay.pipeline.experiment;

import dev.assay.core.suite.ExpectationKind;
import dev.assay.data.suite.Claim;
import java.util.List;
import java.util.Map;

/** The JSON Schema of {@code suites}, as {@link SuitesSection} reads them. */
final class SuiteSchema {

  private SuiteSchema() {}

  static Map<String, Object> section() {
    return ValueSchema.list(
        "Behavioural test sets, which are never trained on: files of vectors, or tables.",
        ValueSchema.anyOf(
            "", List.of(ValueSchema.text("A file of vectors: YAML, JSON lines or CSV."), table())));
  }

  private static Map<String, Object> table() {
    SectionSchema table =
        new SectionSchema("A file, with what the columns of a table say.")
            .required("file", ValueSchema.text("The file, from the experiment's folder."))
            .optional(
                "name", ValueSchema.text("What gates call it. Default: the name of the file."))
            .optional(
                "label",
                ValueSchema.text("The column whose values say what is expected of each row."))
            .optional(
                "inputs",
                ValueSchema.mapping(
                    "For each input of the model that the table has, its column.",
                    ValueSchema.text("")))
            .optional("id", ValueSchema.text("The column of ids."))
            .optional("functionality", ValueSchema.text("The column of what a row tests."))
            .optional("note", ValueSchema.text("The column of notes."));
    for (ExpectationKind kind : SuitesSection.OF_ONE_INPUT) {
      String all = kind.leastLabels() == 0 ? ", or '" + Claim.ALL + "'" : "";
      table.optional(
          kind.word(),
          ValueSchema.mapping(
              "What values of that column mean this.",
              ValueSchema.texts("The labels that it is about" + all + ".")));
    }
    return table.toMap();
  }
}
