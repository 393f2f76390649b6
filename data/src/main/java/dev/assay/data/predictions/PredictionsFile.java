package dev.assay.data.predictions;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import dev.assay.data.internal.TableFile;
import dev.assay.data.source.DatasetReader;
import dev.assay.data.source.RowSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Predictions as a Parquet, CSV or JSON lines file; see {@link PredictionColumns}. */
public final class PredictionsFile {

  private static final String PARQUET = ".parquet";
  private static final String CSV = ".csv";

  private PredictionsFile() {}

  /**
   * Reads predictions that any program wrote. Columns are found by name, so their order does not
   * matter; without a given schema, {@code score} or one {@code score_<label>} is binary, several
   * with one {@code truth} or {@code label} column are multiclass, and several with a {@code
   * truth_<label>} each are multilabel.
   *
   * @param file a Parquet, CSV or JSON lines file
   * @throws InvalidInputException with all that is wrong with the file: columns missing or of no
   *     label, ids missing or twice, scores missing or outside of [0, 1]
   */
  public static Predictions read(Path file, PredictionColumns columns) {
    return read(file, columns.slices(), PredictionLayout.judged(columns.schema()));
  }

  /**
   * Reads scores of rows whose truth nobody knows or asks for; columns of the truth are not looked
   * at.
   *
   * @param file a Parquet, CSV or JSON lines file
   * @param schema the labels, each of which must have its scores
   * @throws InvalidInputException as {@link #read}
   */
  public static Predictions readScores(Path file, LabelSchema schema) {
    return read(file, List.of(), PredictionLayout.unjudged(schema));
  }

  private static Predictions read(
      Path file, List<String> slices, PredictionLayout.Finding finding) {
    Path path = file.toAbsolutePath();
    Path folder = Objects.requireNonNull(path.getParent());
    RowSource.Files rows = new RowSource.Files(List.of(String.valueOf(path.getFileName())));
    PredictionSource source = new PredictionSource(folder, rows, slices, finding);
    Dataset dataset = DatasetReader.read(folder, rows, source, Progress.SILENT).dataset();
    LabelSchema schema = source.layout().schema();
    float[][] scores =
        source.layout().scores().stream()
            .map(name -> ((NumericColumn) Objects.requireNonNull(dataset.features().get(name))))
            .map(NumericColumn::toArray)
            .toArray(float[][]::new);
    return new Predictions(
        dataset.attributes(), named(dataset.labels(), schema), Scores.takeOver(scores));
  }

  private static Labels named(Labels labels, LabelSchema schema) {
    byte[][] states = new byte[schema.size()][];
    for (int label = 0; label < states.length; label++) {
      states[label] = labels.column(label);
    }
    return Labels.ofColumns(schema, states);
  }

  /**
   * Writes predictions, at once or not at all: equal predictions give equal bytes with one version
   * of DuckDB. {@link #read} gives them back, slices where they are named.
   *
   * @param file ends in {@code .parquet} or {@code .csv}
   * @throws InvalidInputException for another ending
   */
  public static void write(Path file, Predictions predictions) {
    checkWritable(file);
    TableFile table = new TableFile(predictions.size());
    Attributes attributes = predictions.attributes();
    table.texts(PredictionLayout.ID, attributes::id);
    attributes.group().ifPresent(column -> table.texts("group", column::value));
    attributes.time().ifPresent(column -> table.times("time", column::epochSecond));
    attributes.event().ifPresent(column -> table.texts("event", column::value));
    attributes.source().ifPresent(column -> table.texts("source", column::value));
    attributes.origin().ifPresent(column -> table.texts("origin", column::value));
    attributes.slices().forEach((name, column) -> table.texts(name, column::value));
    addTruth(table, predictions.schema(), predictions.truth()::state);
    List<String> names = predictions.schema().names();
    for (int j = 0; j < names.size(); j++) {
      int label = j;
      table.numbers(
          PredictionLayout.SCORE_OF + names.get(j), row -> predictions.scores().score(row, label));
    }
    if (file.toString().endsWith(CSV)) {
      table.writeCsv(file);
    } else {
      table.writeParquet(file);
    }
  }

  /**
   * Refuses a file that {@link #write} would refuse, before the work that leads to it is done.
   *
   * @throws InvalidInputException where it ends in neither {@code .parquet} nor {@code .csv}
   */
  public static void checkWritable(Path file) {
    if (!file.toString().endsWith(PARQUET) && !file.toString().endsWith(CSV)) {
      throw new InvalidInputException(
          file.toString(),
          "predictions are written as Parquet or CSV.",
          "Let the name end in " + PARQUET + " or " + CSV + ".");
    }
  }

  /** The state of a label of a row, as {@link Labels#state}. */
  @FunctionalInterface
  interface Truth {
    byte state(int row, int label);
  }

  /** Adds the columns of the truth: the class of a multiclass schema, else one for each label. */
  static void addTruth(TableFile table, LabelSchema schema, Truth truth) {
    List<String> names = schema.names();
    if (schema.kind() == TaskKind.MULTICLASS) {
      table.texts(PredictionLayout.TRUTH, row -> trueClass(truth, row, names));
      return;
    }
    for (int j = 0; j < names.size(); j++) {
      int label = j;
      table.integers(
          PredictionLayout.TRUTH_OF + names.get(j), row -> known(truth.state(row, label)));
    }
  }

  private static @Nullable String trueClass(Truth truth, int row, List<String> names) {
    for (int label = 0; label < names.size(); label++) {
      if (truth.state(row, label) == Labels.POSITIVE) {
        return names.get(label);
      }
    }
    return null;
  }

  private static @Nullable Long known(byte state) {
    return state == Labels.UNKNOWN ? null : Long.valueOf(state);
  }
}
