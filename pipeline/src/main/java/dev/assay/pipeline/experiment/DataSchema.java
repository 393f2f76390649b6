package dev.assay.pipeline.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of the section {@code data}, as {@link DataSection} reads it. */
final class DataSchema {

  private DataSchema() {}

  static Map<String, Object> section() {
    return new SectionSchema("Where the examples come from and what their columns are.")
        .required("rows", rows())
        .required("label", label())
        .optional("id", ValueSchema.texts("The column, or columns, that tell rows apart for good."))
        .optional("features", features())
        .optional("texts", ValueSchema.texts("Columns of free text, which are no categories."))
        .optional(
            "group", ValueSchema.text("The column whose rows depend on each other, as a country."))
        .optional("time", time())
        .optional("event", ValueSchema.text("The column that names the event of a positive row."))
        .optional("source", ValueSchema.text("The column that says where a row comes from."))
        .optional(
            "derived_from",
            ValueSchema.text("The column with the id of the example that a row was derived from."))
        .optional("slices", ValueSchema.texts("Columns that metrics are broken down by."))
        .optional(
            "part", ValueSchema.text("The column with a split that comes with the data, kept."))
        .optional(
            "simulated",
            ValueSchema.withDefault(
                false, ValueSchema.flag("Whether the rows are made up, which figures then say.")))
        .toMap();
  }

  private static Map<String, Object> rows() {
    List<Map<String, Object>> kinds = new ArrayList<>();
    for (String format : DataSection.FORMATS) {
      kinds.add(
          new SectionSchema("")
              .required(format, ValueSchema.texts("Files or globs, from the experiment's folder."))
              .toMap());
    }
    kinds.add(
        new SectionSchema("")
            .required(
                "sql", ValueSchema.text("A file of DuckDB SQL whose last query are the rows."))
            .optional(
                "variables",
                ValueSchema.mapping("Texts that the SQL reads by name.", ValueSchema.text("")))
            .toMap());
    kinds.add(
        new SectionSchema("")
            .required("simulate", ValueSchema.text("The name of a simulation."))
            .optional(
                "seed",
                ValueSchema.withDefault(
                    1L, ValueSchema.whole("Another seed, other rows.", 0, Integer.MAX_VALUE)))
            .toMap());
    return ValueSchema.anyOf("Where the rows are.", kinds);
  }

  private static Map<String, Object> label() {
    Map<String, Object> columns =
        new SectionSchema("")
            .required("multilabel", ValueSchema.texts("One column of 0 and 1 for each label."))
            .toMap();
    Map<String, Object> kind =
        ValueSchema.anyOf(
            "", List.of(ValueSchema.choice("", List.of("binary", "multiclass")), detailed()));
    Map<String, Object> column = new LinkedHashMap<>(ValueSchema.mapping("", kind));
    column.put("minProperties", 1L);
    column.put("maxProperties", 1L);
    return ValueSchema.anyOf(
        "What is predicted: { COLUMN: binary }, { COLUMN: multiclass } or"
            + " { multilabel: [COLUMN, ...] }.",
        List.of(columns, column));
  }

  private static Map<String, Object> detailed() {
    return new SectionSchema("")
        .optional("positive", ValueSchema.texts("The values that are positive; binary."))
        .optional("multiclass", ValueSchema.texts("The classes in their order."))
        .optional("multilabel", ValueSchema.texts("The labels that the column lists."))
        .optional(
            "separated_by",
            ValueSchema.withDefault(",", ValueSchema.text("What stands between listed labels.")))
        .enough("positive")
        .enough("multiclass")
        .enough("multilabel")
        .atMostOneOf("positive", "multiclass", "multilabel")
        .toMap();
  }

  private static Map<String, Object> features() {
    Map<String, Object> except =
        new SectionSchema("")
            .optional("except", ValueSchema.texts("Columns that the model must not see."))
            .toMap();
    return ValueSchema.anyOf(
        "The columns that the model sees. Default: all that have no other role.",
        List.of(ValueSchema.texts(""), except));
  }

  private static Map<String, Object> time() {
    Map<String, Object> detailed =
        new SectionSchema("")
            .required("column", ValueSchema.text("The column with the day of a row."))
            .optional(
                "horizon",
                ValueSchema.days("How many days ahead labels look, such as 7d; none without it."))
            .toMap();
    return ValueSchema.anyOf("The day of a row.", List.of(ValueSchema.text(""), detailed));
  }
}
