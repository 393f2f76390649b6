package dev.assay.data.predictions;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import dev.assay.data.source.LabelColumns;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which columns of a predictions file hold scores and truth of which label.
 *
 * @param schema the label schema
 * @param scores the score columns in the order of the schema
 * @param truth the truth columns, in the order of the schema where each label has its own
 */
record PredictionLayout(LabelSchema schema, List<String> scores, LabelColumns truth) {

  static final String ID = "id";
  static final String SCORE = "score";
  static final String SCORE_OF = "score_";
  static final String TRUTH = "truth";
  static final String TRUTH_OF = "truth_";
  static final String LABEL = "label";

  /** Finds the layout among the columns of a file. */
  interface Finding {

    /**
     * The layout.
     *
     * @param shown how the user knows the file
     * @param problems takes columns that are missing, or of no label
     */
    PredictionLayout layout(List<String> columns, String shown, Problems problems);
  }

  /** Scores and truth, under a given schema or the one that the columns tell of. */
  static Finding judged(Optional<LabelSchema> given) {
    return (columns, shown, problems) -> {
      LabelSchema schema = given.orElseGet(() -> derived(columns));
      return found(schema, truth(schema, columns), columns, shown, problems);
    };
  }

  /** Scores alone. */
  static Finding unjudged(LabelSchema schema) {
    return (columns, shown, problems) ->
        found(schema, new LabelColumns.Unlabelled(schema), columns, shown, problems);
  }

  private static PredictionLayout found(
      LabelSchema schema,
      LabelColumns truth,
      List<String> columns,
      String shown,
      Problems problems) {
    List<String> scores =
        schema.names().stream().map(name -> scoreColumn(schema, name, columns)).toList();
    Stream.concat(scores.stream(), truth.columns().stream())
        .filter(column -> !columns.contains(column))
        .forEach(
            column ->
                problems.add(
                    shown,
                    "there is no column '" + column + "'.",
                    NearestName.advice(column, columns)));
    columns.stream()
        .filter(column -> column.startsWith(SCORE_OF) && !scores.contains(column))
        .forEach(
            column ->
                problems.add(
                    shown,
                    "'" + column + "' is the score of a label that is not in the schema.",
                    NearestName.advice(column.substring(SCORE_OF.length()), schema.names())));
    return new PredictionLayout(schema, scores, truth);
  }

  private static LabelSchema derived(List<String> columns) {
    List<String> names =
        columns.stream()
            .filter(column -> column.startsWith(SCORE_OF))
            .map(column -> column.substring(SCORE_OF.length()))
            .toList();
    return switch (names.size()) {
      case 0 -> LabelSchema.binary(PredictionColumns.UNNAMED);
      case 1 -> LabelSchema.binary(names.getFirst());
      default ->
          new LabelSchema(
              columns.contains(TRUTH) || columns.contains(LABEL)
                  ? TaskKind.MULTICLASS
                  : TaskKind.MULTILABEL,
              names);
    };
  }

  private static String scoreColumn(LabelSchema schema, String name, List<String> columns) {
    boolean plain = schema.kind() == TaskKind.BINARY && !columns.contains(SCORE_OF + name);
    return plain ? SCORE : SCORE_OF + name;
  }

  private static LabelColumns truth(LabelSchema schema, List<String> columns) {
    String single = columns.contains(TRUTH) || !columns.contains(LABEL) ? TRUTH : LABEL;
    return switch (schema.kind()) {
      case BINARY -> {
        String named = TRUTH_OF + schema.names().getFirst();
        yield new LabelColumns.Binary(columns.contains(named) ? named : single, Set.of());
      }
      case MULTICLASS -> new LabelColumns.Multiclass(single, Optional.of(schema.names()));
      case MULTILABEL ->
          new LabelColumns.MultilabelColumns(
              schema.names().stream().map(name -> TRUTH_OF + name).toList());
    };
  }
}
