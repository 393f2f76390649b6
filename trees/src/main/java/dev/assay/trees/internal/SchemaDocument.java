package dev.assay.trees.internal;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import java.util.List;
import java.util.Locale;

/**
 * A label schema as it is stored.
 *
 * @param kind {@code binary}, {@code multiclass} or {@code multilabel}
 * @param names the label names in column order
 */
public record SchemaDocument(String kind, List<String> names) {

  /** Copies the list. */
  public SchemaDocument {
    names = List.copyOf(names);
  }

  /** The stored form of a schema. */
  public static SchemaDocument of(LabelSchema schema) {
    return new SchemaDocument(schema.kind().name().toLowerCase(Locale.ROOT), schema.names());
  }

  /**
   * The schema of the stored form.
   *
   * @throws IllegalArgumentException where it is none
   */
  public LabelSchema toSchema() {
    return new LabelSchema(TaskKind.valueOf(kind.toUpperCase(Locale.ROOT)), names);
  }
}
