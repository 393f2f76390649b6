package dev.assay.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.core.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelReadingTest {

  private static final byte YES = Labels.POSITIVE;
  private static final byte NO = Labels.NEGATIVE;
  private static final byte UNKNOWN = Labels.UNKNOWN;

  @TempDir private Path folder;

  @Test
  void declared_positive_values_make_all_others_negative() throws IOException {
    Labels labels =
        read(
            "id,kind,x\na,spam,1\nb,ham,2\nc,,3\n",
            new LabelColumns.Binary("kind", Set.of("spam")));
    assertThat(labels.column(0)).containsExactly(YES, NO, UNKNOWN);
  }

  @Test
  void the_usual_words_for_yes_and_no_are_understood() throws IOException {
    Labels labels =
        read(
            "id,y,x\na,Yes,1\nb,no,2\nc,TRUE,3\nd,0.0,4\ne,1.0,5\n",
            new LabelColumns.Binary("y", Set.of()));
    assertThat(labels.column(0)).containsExactly(YES, NO, YES, NO, YES);
  }

  @Test
  void classes_are_sorted_unless_they_are_declared() throws IOException {
    String rows = "id,mood,x\na,sad,1\nb,glad,2\nc,,3\n";
    assertThat(read(rows, new LabelColumns.Multiclass("mood", Optional.empty())).schema().names())
        .containsExactly("glad", "sad");
    Labels declared =
        read(rows, new LabelColumns.Multiclass("mood", Optional.of(List.of("sad", "glad", "meh"))));
    assertThat(declared.schema().names()).containsExactly("sad", "glad", "meh");
    assertThat(declared.classOf(0)).isZero();
    assertThat(declared.classOf(2)).isEqualTo(-1);
  }

  @Test
  void a_class_that_is_not_declared_is_reported_with_the_nearest_one() {
    var labels = new LabelColumns.Multiclass("mood", Optional.of(List.of("sad", "glad")));
    Problem problem = problem("id,mood,x\na,sad,1\nb,gladd,2\n", labels);
    assertThat(problem.where()).isEqualTo("rows.csv:3");
    assertThat(problem.mend()).contains("'glad'");
  }

  @Test
  void a_column_for_each_label_keeps_the_unknown_ones_unknown() throws IOException {
    Labels labels =
        read("id,b,a,x\n1,1,0,1\n2,,1,2\n", new LabelColumns.MultilabelColumns(List.of("a", "b")));
    assertThat(labels.schema().kind()).isEqualTo(TaskKind.MULTILABEL);
    assertThat(labels.column(0)).containsExactly(NO, YES);
    assertThat(labels.column(1)).containsExactly(YES, UNKNOWN);
  }

  @Test
  void listed_labels_are_names_or_indexes() throws IOException {
    var declared = new LabelColumns.MultilabelList("tags", List.of("joy", "grief", "fear"), ",");
    Labels labels = read("id;tags;x\na;\"joy, fear\";1\nb;1;2\nc;;3\n", declared);
    assertThat(labels.column(0)).containsExactly(YES, NO, UNKNOWN);
    assertThat(labels.column(1)).containsExactly(NO, YES, UNKNOWN);
    assertThat(labels.column(2)).containsExactly(YES, NO, UNKNOWN);
  }

  @Test
  void an_empty_list_says_that_no_label_is_there_and_a_missing_one_says_nothing()
      throws IOException {
    Files.writeString(
        folder.resolve("rows.jsonl"),
        """
        {"id": "a", "tags": ["joy"], "x": 1}
        {"id": "b", "tags": [], "x": 2}
        {"id": "c", "tags": null, "x": 3}
        """);
    var declared = new LabelColumns.MultilabelList("tags", List.of("joy", "fear"), ",");
    Labels labels = read(new RowSource.Files(List.of("rows.jsonl")), declared);
    assertThat(labels.column(0)).containsExactly(YES, NO, UNKNOWN);
    assertThat(labels.column(1)).containsExactly(NO, NO, UNKNOWN);
  }

  @Test
  void a_former_label_may_be_listed_and_does_not_count() throws IOException {
    var declared =
        new LabelColumns.MultilabelList(
            "tags", List.of("joy", "fear"), ",", Set.of("mirth"), Set.of(), Optional.empty());
    Labels labels = read("id;tags;x\na;\"joy, mirth\";1\nb;mirth;2\n", declared);
    assertThat(labels.schema().names()).containsExactly("joy", "fear");
    assertThat(labels.column(0)).containsExactly(YES, NO);
  }

  @Test
  void a_label_that_rows_may_not_tell_of_is_unknown_where_it_is_not_listed() throws IOException {
    var declared =
        new LabelColumns.MultilabelList(
            "tags", List.of("joy", "fear"), ",", Set.of(), Set.of("fear"), Optional.of("told"));
    Labels labels = read("id;tags;x\na;joy;1\nb;fear;2\n", declared);
    assertThat(labels.column(0)).containsExactly(YES, NO);
    assertThat(labels.column(1)).containsExactly(UNKNOWN, YES);
    labels = read("id;tags;told;x\na;joy;\"joy,fear\";1\nb;fear;fear;2\n", declared);
    assertThat(labels.column(0)).containsExactly(YES, UNKNOWN);
    assertThat(labels.column(1)).containsExactly(NO, YES);
  }

  @Test
  void an_index_beyond_the_names_is_reported() {
    var labels = new LabelColumns.MultilabelList("tags", List.of("joy", "fear"), ",");
    assertThat(problem("id,tags,x\na,0,1\nb,2,2\n", labels).what()).contains("'2'");
  }

  private Labels read(String rows, LabelColumns labels) throws IOException {
    Files.writeString(folder.resolve("rows.csv"), rows);
    return read(new RowSource.Files(List.of("rows.csv")), labels);
  }

  private Labels read(RowSource rows, LabelColumns labels) {
    DatasetSource source = DatasetSource.builder(folder, rows, labels).id("id").build();
    return DatasetReader.read(source, Optional.empty(), Progress.SILENT).dataset().labels();
  }

  private Problem problem(String rows, LabelColumns labels) {
    var thrown = catchThrowableOfType(InvalidInputException.class, () -> read(rows, labels));
    assertThat(thrown.problems()).hasSize(1);
    return thrown.problems().getFirst();
  }
}
