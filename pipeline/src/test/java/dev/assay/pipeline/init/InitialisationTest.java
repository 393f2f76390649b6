package dev.assay.pipeline.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.experiment.ExperimentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitialisationTest {

  @TempDir private Path folder;

  @Test
  void station_and_day_become_group_time_and_id_and_tomorrow_is_one_day_ahead() throws IOException {
    write("weather.csv", weather());
    Experiment experiment = init(RoleHints.NONE);
    assertThat(experiment.data().id()).containsExactly("Location", "Date");
    assertThat(experiment.data().group()).contains("Location");
    assertThat(experiment.data().time()).contains("Date");
    assertThat(experiment.data().horizonDays()).isEqualTo(1);
    assertThat(experiment.data().labels().columns()).containsExactly("RainTomorrow");
    assertThat(experiment.holdouts()).singleElement().extracting("days").isEqualTo(19);
  }

  @Test
  void running_text_is_read_by_its_words_and_is_no_id() throws IOException {
    write("mails.csv", "body,spam\n" + mails());
    Experiment experiment = init(RoleHints.NONE);
    assertThat(experiment.data().features().texts()).containsExactly("body");
    assertThat(experiment.data().id()).isEmpty();
    assertThat(experiment.training().trainer().name()).isEqualTo("tfidf-logistic");
  }

  @Test
  void several_running_texts_are_joined_by_a_template() throws IOException {
    String rows =
        mails()
            .lines()
            .map(line -> "subject of " + line.replace(",", "," + line.replace(",", " ") + ","))
            .collect(Collectors.joining("\n"));
    write("mails.csv", "subject,body,spam\n" + rows + "\n");
    Experiment experiment = init(RoleHints.NONE);
    assertThat(experiment.training().settings().text("template")).isEqualTo("{subject} {body}");
  }

  private static String mails() {
    return IntStream.range(0, 30)
        .mapToObj(i -> "dear friend number %d please read this,%d\n".formatted(i, i % 2))
        .collect(Collectors.joining());
  }

  @Test
  void two_columns_that_could_be_the_label_are_listed_and_nothing_is_written() throws IOException {
    write("rows.csv", "id,smokes,drinks,age\na,yes,no,31\nb,no,no,24\nc,no,yes,55\n");
    assertThatThrownBy(() -> init(RoleHints.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("smokes: no (2), yes (1)")
        .hasMessageContaining("drinks: no (2), yes (1)");
    assertThat(folder.resolve("experiment.yaml")).doesNotExist();
  }

  @Test
  void the_rarer_of_two_other_values_is_positive_and_several_are_classes() throws IOException {
    write("rows.csv", "id,kind,size\na,ham,S\nb,spam,M\nc,ham,L\nd,ham,S\n");
    assertThat(init(label("kind")).data().labels().toString()).contains("[spam]");
    Files.delete(folder.resolve("experiment.yaml"));
    assertThat(init(label("size")).data().labels().toString()).contains("Multiclass");
  }

  @Test
  void names_that_yaml_would_take_for_something_else_are_quoted() throws IOException {
    write("my rows.csv", "id,y,\"a: b\",on\n1,0,u,2020-01-01\n2,1,v,2020-01-02\n");
    Experiment experiment =
        init(
            new RoleHints(
                Optional.of("y"),
                List.of(),
                Optional.of("on"),
                Optional.of("a: b"),
                OptionalInt.of(0)));
    assertThat(experiment.data().labels().columns()).containsExactly("y");
    assertThat(experiment.data().time()).contains("on");
    assertThat(experiment.data().group()).contains("a: b");
  }

  @Test
  void dates_beside_the_time_and_names_of_many_values_are_no_inputs() throws IOException {
    write(
        "rows.csv",
        IntStream.range(0, 1_500)
            .mapToObj(
                i ->
                    "%1$d,%2$d,2020-01-0%3$d,1990-01-0%3$d,note %1$d"
                        .formatted(i, i % 2, 1 + i % 9))
            .collect(Collectors.joining("\n", "id,label,day,born,note\n", "\n")));
    Experiment experiment = init(RoleHints.NONE);
    assertThat(experiment.data().time()).contains("day");
    assertThat(experiment.data().features().exclude()).containsExactlyInAnyOrder("born", "note");
  }

  @Test
  void a_feature_that_tells_the_label_is_left_out_with_the_reason_beside_it() throws IOException {
    write(
        "rows.csv",
        IntStream.range(0, 300)
            .mapToObj(i -> "%d,%d,%d,%d".formatted(i, i % 7 == 0 ? 1 : 0, i % 7, i * 31 % 97))
            .collect(Collectors.joining("\n", "id,label,RISK_MM,x\n", "\n")));
    Experiment experiment = init(RoleHints.NONE);
    assertThat(experiment.data().features().exclude()).containsExactly("RISK_MM");
    assertThat(experiment.text())
        .contains("# 'RISK_MM' alone tells 'label' (ROC AUC 1.000): was it known when");
  }

  @Test
  void the_only_feature_stays_even_where_it_tells_the_label() throws IOException {
    write(
        "rows.csv",
        IntStream.range(0, 100)
            .mapToObj(i -> "%d,%d,%d".formatted(i, i % 2, i % 2))
            .collect(Collectors.joining("\n", "id,label,x\n", "\n")));
    assertThat(init(RoleHints.NONE).data().features().exclude()).isEmpty();
  }

  @Test
  void an_experiment_that_is_there_is_never_overwritten() throws IOException {
    write("rows.csv", "id,label,x\na,0,1\nb,1,2\n");
    write("experiment.yaml", "name: mine\n");
    assertThatThrownBy(() -> init(RoleHints.NONE)).hasMessageContaining("already");
    assertThat(folder.resolve("experiment.yaml")).hasContent("name: mine");
  }

  @Test
  void several_data_files_and_unknown_columns_are_told() throws IOException {
    write("one.csv", "id,label,x\na,0,1\nb,1,2\n");
    write("two.csv", "id,label,x\na,0,1\nb,1,2\n");
    assertThatThrownBy(() -> init(RoleHints.NONE)).hasMessageContaining("[one.csv, two.csv]");
    Path one = folder.resolve("one.csv");
    assertThatThrownBy(
            () ->
                new Initialisation(folder)
                    .write(Optional.of(one), Optional.empty(), label("lable")))
        .hasMessageContaining("Did you mean 'label'?");
  }

  @Test
  void a_file_in_the_place_of_the_folder_is_told_with_the_option_for_it() throws IOException {
    write("rows.csv", "id,label,x\na,0,1\nb,1,2\n");
    assertThatThrownBy(
            () ->
                new Initialisation(folder.resolve("rows.csv"))
                    .write(Optional.empty(), Optional.empty(), RoleHints.NONE))
        .hasMessageContaining("assay init --rows rows.csv");
  }

  private Experiment init(RoleHints hints) {
    Initialisation.Written written =
        new Initialisation(folder).write(Optional.empty(), Optional.empty(), hints);
    return ExperimentReader.read(written.file());
  }

  private static RoleHints label(String column) {
    return new RoleHints(
        Optional.of(column), List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty());
  }

  private static String weather() {
    StringBuilder rows = new StringBuilder("Date,Location,Rainfall,RainToday,RainTomorrow\n");
    for (int day = 0; day < 100; day++) {
      for (String station : List.of("Albury", "Perth")) {
        rows.append(LocalDate.of(2020, 1, 1).plusDays(day)).append(',').append(station);
        rows.append(",NA,").append(day % 3 == 0 ? "Yes" : "No").append(',');
        rows.append(day % 3 == 2 ? "Yes" : day % 7 == 0 ? "NA" : "No").append('\n');
      }
    }
    return rows.toString();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
