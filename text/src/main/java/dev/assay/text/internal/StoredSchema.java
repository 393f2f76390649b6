package dev.assay.text.internal;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A label schema as the two values that stored models have of it: the task and the labels. */
public final class StoredSchema {

  private StoredSchema() {}

  /** The task as it is stored: {@code binary}, {@code multiclass} or {@code multilabel}. */
  public static String task(LabelSchema schema) {
    return schema.kind().name().toLowerCase(Locale.ROOT);
  }

  /**
   * The schema of stored values.
   *
   * @param task as {@link #task} gives it
   * @param labels the label names in column order
   * @throws IllegalArgumentException where there is no such task, or it has no such labels
   */
  public static LabelSchema of(String task, List<String> labels) {
    TaskKind kind =
        Stream.of(TaskKind.values())
            .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(task))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No task: '" + task + "'."));
    return new LabelSchema(kind, labels);
  }
}
