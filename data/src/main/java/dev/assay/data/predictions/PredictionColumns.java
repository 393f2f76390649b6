package dev.assay.data.predictions;

import dev.assay.core.label.LabelSchema;
import java.util.List;
import java.util.Optional;

/**
 * What the columns of a predictions file are, beyond the fixed names {@code id}, {@code score} or
 * {@code score_<label>}, and {@code truth} (or {@code label}) or {@code truth_<label>}; and {@code
 * group}, {@code time} and {@code event} where the file has them.
 *
 * @param schema the label schema that the file must fit by names; without it, it is derived from
 *     the columns
 * @param slices columns that metrics are broken down by
 */
public record PredictionColumns(Optional<LabelSchema> schema, List<String> slices) {

  /** What a single label is called where only {@code score} and {@code truth} tell of it. */
  public static final String UNNAMED = "positive";

  /** Columns with nothing declared. */
  public static final PredictionColumns DERIVED =
      new PredictionColumns(Optional.empty(), List.of());

  /** Copies the list. */
  public PredictionColumns {
    slices = List.copyOf(slices);
  }

  /** Columns that must fit a schema. */
  public static PredictionColumns of(LabelSchema schema) {
    return new PredictionColumns(Optional.of(schema), List.of());
  }
}
