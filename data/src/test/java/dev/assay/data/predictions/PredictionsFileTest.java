package dev.assay.data.predictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionsFileTest {

  @TempDir private Path folder;

  @Test
  void what_is_written_is_read_again_and_written_as_the_same_bytes() throws IOException {
    Predictions predictions =
        new Predictions(
            Attributes.of(List.of("a", "b", "c"))
                .group(CategoricalColumn.of(List.of("DE", "FR", "DE")))
                .time(TimeColumn.takeOver(new long[] {0, 86_400, 1_234_567_890}))
                .slice("regime", CategoricalColumn.of(java.util.Arrays.asList("x", null, "y")))
                .build(),
            Labels.ofColumns(
                new LabelSchema(TaskKind.MULTILABEL, List.of("threat", "spam")),
                new byte[][] {{1, 0, -1}, {0, 1, 1}}),
            Scores.takeOver(new float[][] {{0.1f, 0.25f, 1f}, {0f, 1 / 3f, 0.5f}}));
    PredictionsFile.write(folder.resolve("p.parquet"), predictions);
    Predictions read =
        PredictionsFile.read(
            folder.resolve("p.parquet"),
            new PredictionColumns(Optional.empty(), List.of("regime")));

    assertThat(read.truth()).isEqualTo(predictions.truth());
    assertThat(read.attributes().ids()).isEqualTo(predictions.attributes().ids());
    assertThat(read.attributes().time().orElseThrow().epochSecond(2)).isEqualTo(1_234_567_890);
    assertThat(read.attributes().slices().get("regime").value(1)).isNull();
    for (int label = 0; label < 2; label++) {
      assertThat(read.scores().column(label)).isEqualTo(predictions.scores().column(label));
    }
    PredictionsFile.write(folder.resolve("q.parquet"), read);
    assertThat(folder.resolve("q.parquet")).hasSameBinaryContentAs(folder.resolve("p.parquet"));
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void csv_gives_back_what_was_written_to_the_last_bit() throws IOException {
    Predictions predictions =
        new Predictions(
            Attributes.of(List.of("a,1", "b \"2\"", "c"))
                .time(TimeColumn.takeOver(new long[] {0, 86_400, 1_234_567_890}))
                .build(),
            Labels.ofColumns(LabelSchema.binary("late"), new byte[][] {{1, 0, -1}}),
            Scores.takeOver(new float[][] {{0.1f, 1 / 3f, Float.MIN_NORMAL}}));
    Path file = folder.resolve("p.csv");
    PredictionsFile.write(file, predictions);
    Predictions read = PredictionsFile.read(file, PredictionColumns.DERIVED);

    assertThat(read.attributes().ids()).isEqualTo(predictions.attributes().ids());
    assertThat(read.attributes().time().orElseThrow().epochSecond(2)).isEqualTo(1_234_567_890);
    assertThat(read.truth().column(0)).containsExactly(1, 0, -1);
    assertThat(read.scores().column(0)).isEqualTo(predictions.scores().column(0));
  }

  @Test
  void a_file_that_is_neither_parquet_nor_csv_is_refused_by_its_name() {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> PredictionsFile.checkWritable(folder.resolve("p.xlsx")));
    assertThat(refused.problems())
        .extracting(Problem::mend)
        .asString()
        .contains(".parquet or .csv");
  }

  @Test
  void scores_are_found_by_the_name_of_their_label_and_not_by_position() throws IOException {
    Path file = write("id,score_b,truth_a,score_a,truth_b\n1,0.9,0,0.1,1\n2,0.8,1,0.2,\n");
    LabelSchema schema = new LabelSchema(TaskKind.MULTILABEL, List.of("a", "b"));
    Predictions read = PredictionsFile.read(file, PredictionColumns.of(schema));
    assertThat(read.schema()).isEqualTo(schema);
    assertThat(read.scores().column(0)).containsExactly(0.1f, 0.2f);
    assertThat(read.truth().column(1)).containsExactly(1, -1);
  }

  @Test
  void a_single_score_is_binary_and_takes_the_name_of_the_schema() throws IOException {
    Path file = write("score,label,id\n0.25,1,a\n0.75,0,b\n");
    assertThat(PredictionsFile.read(file, PredictionColumns.DERIVED).schema().kind())
        .isEqualTo(TaskKind.BINARY);
    assertThat(
            PredictionsFile.read(file, PredictionColumns.of(LabelSchema.binary("late"))).schema())
        .isEqualTo(LabelSchema.binary("late"));
  }

  @Test
  void several_scores_with_one_truth_are_multiclass() throws IOException {
    Path file = write("id,score_x,score_y,truth\n1,0.75,0.25,y\n2,0.5,0.5,\n");
    Predictions read = PredictionsFile.read(file, PredictionColumns.DERIVED);
    assertThat(read.schema()).isEqualTo(new LabelSchema(TaskKind.MULTICLASS, List.of("x", "y")));
    assertThat(read.truth().classOf(0)).isEqualTo(1);
    PredictionsFile.write(folder.resolve("p.parquet"), read);
    assertThat(PredictionsFile.read(folder.resolve("p.parquet"), PredictionColumns.DERIVED).truth())
        .isEqualTo(read.truth());
  }

  @Test
  void classes_whose_scores_do_not_sum_to_one_are_reported() throws IOException {
    Path file = write("id,score_x,score_y,truth\n1,0.75,0.25,y\n2,0.5,0.7,x\n");
    assertThat(problems(file, PredictionColumns.DERIVED))
        .extracting(Problem::where)
        .containsExactly("predictions.csv:3");
  }

  @Test
  void scores_and_ids_that_are_wrong_are_reported_together() throws IOException {
    Path file = write("id,score,truth\na,0.5,1\nb,1.5,0\nc,,1\nd,nan,0\na,0.5,1\ne,-0.1,perhaps\n");
    assertThat(problems(file, PredictionColumns.DERIVED))
        .extracting(Problem::where)
        .containsExactlyInAnyOrder(
            "predictions.csv:3",
            "predictions.csv:4",
            "predictions.csv:5",
            "predictions.csv:6",
            "predictions.csv:7",
            "predictions.csv:7");
  }

  @Test
  void columns_that_do_not_fit_the_schema_are_reported_together() throws IOException {
    Path file = write("id,score_threat,score_spma,truth_threat\na,0.1,0.2,1\n");
    LabelSchema schema = new LabelSchema(TaskKind.MULTILABEL, List.of("threat", "spam"));
    assertThat(problems(file, PredictionColumns.of(schema)))
        .extracting(Problem::what)
        .containsExactly(
            "there is no column 'score_spam'.",
            "there is no column 'truth_spam'.",
            "'score_spma' is the score of a label that is not in the schema.");
  }

  @Test
  void a_holdout_without_a_positive_can_be_read() throws IOException {
    Path file = write("id,score,truth\na,0.5,0\nb,0.25,0\n");
    assertThat(PredictionsFile.read(file, PredictionColumns.DERIVED).truth().positives(0)).isZero();
  }

  private static List<Problem> problems(Path file, PredictionColumns columns) {
    return catchThrowableOfType(
            InvalidInputException.class, () -> PredictionsFile.read(file, columns))
        .problems();
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("predictions.csv"), text);
  }
}
