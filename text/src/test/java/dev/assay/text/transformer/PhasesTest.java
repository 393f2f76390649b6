package dev.assay.text.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.FittedCell;
import dev.assay.core.model.KeptModel;
import dev.assay.core.model.Model;
import dev.assay.core.progress.Progress;
import dev.assay.text.onnx.Precision;
import dev.assay.text.tfidf.Texts;
import dev.assay.text.tokenise.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Phases by source, on texts of which every second one comes from a source that lies. */
class PhasesTest extends TinyTrainings {

  private static final Map<String, Object> RIGHT = phase("epochs", 3L, "sources", List.of("right"));
  private static final Map<String, Object> WRONG = phase("epochs", 3L, "sources", List.of("wrong"));

  private static Map<String, Object> phase(Object... entries) {
    return Map.of((String) entries[0], entries[1], (String) entries[2], entries[3]);
  }

  private static Dataset lying() {
    Dataset truth = Texts.draw(TaskKind.BINARY, 320, 1);
    byte[] states = truth.labels().column(0);
    List<String> sources = new ArrayList<>();
    for (int row = 0; row < states.length; row++) {
      sources.add(row % 2 == 0 ? "right" : "wrong");
      states[row] = (byte) (row % 2 == 0 ? states[row] : 1 - states[row]);
    }
    return withSources(truth.withLabels(labels(states)), sources);
  }

  private static Labels labels(byte[] states) {
    return Labels.ofColumns(LabelSchema.binary("glad"), new byte[][] {states});
  }

  private static Dataset withSources(Dataset data, List<String> sources) {
    Attributes attributes =
        Attributes.of(data.attributes().ids()).source(CategoricalColumn.of(sources)).build();
    return new Dataset(
        attributes,
        data.labels(),
        Map.of("text", Objects.requireNonNull(data.features().get("text"))));
  }

  private static Map<String, Object> phased(Object... phases) {
    Map<String, Object> settings = quick("phases", List.of(phases));
    settings.put("early_stopping", 0L);
    return settings;
  }

  private static Fitted train(Dataset train, Map<String, ?> settings) {
    return train(train, Texts.draw(TaskKind.BINARY, 90, 2), settings, 1);
  }

  private static double precision(Dataset train, Map<String, ?> settings) {
    Dataset test = Texts.draw(TaskKind.BINARY, 200, 3);
    try (Model model = train(train, settings).model()) {
      return Criterion.AVERAGE_PRECISION.of(test.labels(), model.score(test), row -> true);
    }
  }

  /** Read often enough to be believed. */
  private static Map<String, Object> believed(String source) {
    return phase("epochs", 12L, "sources", source);
  }

  @Test
  void a_phase_reads_the_texts_of_its_sources_alone() {
    assertThat(precision(lying(), phased(believed("right")))).isGreaterThan(0.85);
    assertThat(precision(lying(), phased(believed("wrong")))).isLessThan(0.4);
  }

  @Test
  void what_a_phase_left_is_kept_as_a_training_that_ends_there_would_leave_it() {
    Map<String, Object> both = phased(RIGHT, WRONG, RIGHT);
    both.put("keep", Map.of("phases", true));
    Fitted kept = train(lying(), both);
    Fitted first = train(lying(), phased(RIGHT));
    Fitted second = train(lying(), phased(RIGHT, WRONG));
    try (Model all = kept.model();
        Model one = first.model();
        Model two = second.model()) {
      assertThat(kept.kept()).extracting(KeptModel::name).containsExactly("phase-1", "phase-2");
      assertThat(kept.kept().get(0).files().hash()).isEqualTo(one.files().hash());
      assertThat(kept.kept().get(1).files().hash()).isEqualTo(two.files().hash());
      assertThat(kept.kept())
          .extracting(model -> model.files().hash())
          .doesNotContain(all.files().hash());
      assertThat(second.kept()).isEmpty();
    }
  }

  @Test
  void phases_are_trained_one_after_the_other_in_their_order() {
    assertThat(precision(lying(), phased(WRONG, believed("right")))).isGreaterThan(0.85);
    assertThat(precision(lying(), phased(RIGHT, believed("wrong")))).isLessThan(0.4);
  }

  @Test
  void a_phase_of_which_nothing_is_said_is_what_is_trained_without_phases() {
    try (Model without = train(lying(), quick()).model();
        Model with = train(lying(), quick("phases", List.of(Map.of()))).model()) {
      assertThat(with.weightsHash()).isEqualTo(without.weightsHash());
    }
  }

  @Test
  void a_phase_can_have_a_rate_of_its_own() {
    Map<String, Object> still = Map.of("learning_rate", 1e-8, "epochs", 2L);
    try (Model moved = train(lying(), phased(RIGHT)).model();
        Model rested = train(lying(), phased(RIGHT, still)).model()) {
      Dataset test = Texts.draw(TaskKind.BINARY, 100, 3);
      float[] before = moved.score(test).column(0);
      float[] after = rested.score(test).column(0);
      for (int row = 0; row < before.length; row++) {
        assertThat(after[row]).isCloseTo(before[row], Offset.offset(1e-4f));
      }
    }
  }

  @Test
  void progress_counts_the_steps_of_all_phases() {
    List<Long> done = new ArrayList<>();
    Progress progress =
        Progress.ofSteps(
            (stage, now, total, detail) -> {
              // Ten batches of each source and twenty of both.
              assertThat(total).isEqualTo(3 * 10 + 2 * 20);
              done.add(now);
            });
    try (Model model =
        TRAINER
            .train(
                data(lying(), Texts.draw(TaskKind.BINARY, 90, 2)),
                settings(phased(RIGHT, Map.of("epochs", 2L))),
                1,
                progress)
            .model()) {
      assertThat(model.inputs()).containsExactly("text");
    }
    assertThat(done).hasSize(70).isSorted().endsWith(70L);
  }

  @Test
  void the_report_tells_what_each_epoch_read_and_which_rows_no_phase_reads() {
    Fitted fitted = train(lying(), phased(RIGHT, RIGHT));
    try (Model model = fitted.model()) {
      assertThat(model.schema().names()).containsExactly("glad");
      assertThat(fitted.facts())
          .containsEntry("texts in no phase", "160 of source 'wrong'")
          .containsEntry("epochs", "6");
      assertThat(fitted.tables()).hasSize(1);
      assertThat(fitted.tables().getFirst().rows()).hasSize(6);
      assertThat(fitted.tables().getFirst().rows().get(3))
          .startsWith(
              new FittedCell.Count(4), new FittedCell.Text("2: right"), new FittedCell.Count(160))
          .endsWith(new FittedCell.Text(""));
      assertThat(fitted.tables().getFirst().rows().getLast()).endsWith(new FittedCell.Text("used"));
    }
  }

  @Test
  void a_stale_phase_ends_and_the_next_one_begins() {
    Map<String, Object> settings =
        quick("phases", List.of(phase("epochs", 20L, "sources", "wrong"), RIGHT));
    settings.put("early_stopping", 1L);
    settings.put("schedule", "constant");
    Fitted fitted = train(lying(), settings);
    try (Model model = fitted.model()) {
      // What the liars teach makes the figure fall.
      int lies =
          (int)
              fitted.tables().getFirst().rows().stream()
                  .filter(row -> row.get(1).equals(new FittedCell.Text("1: wrong")))
                  .count();
      assertThat(lies).isLessThan(20);
      assertThat(epochs(fitted)).isGreaterThan(lies);
      assertThat(
              model
                  .exporter()
                  .orElseThrow()
                  .in(TransformerSettings.word(Precision.FP32))
                  .weightsHash())
          .isEqualTo(model.weightsHash());
    }
  }

  @Test
  void sources_that_are_not_there_and_phases_without_rows_are_refused_all_at_once() {
    byte[] states = lying().labels().column(0);
    for (int row = 1; row < states.length; row += 2) {
      states[row] = Labels.UNKNOWN;
    }
    Dataset half = lying().withLabels(labels(states));

    assertThat(problems(half, phased(phase("epochs", 1L, "sources", List.of("rigth")), WRONG)))
        .satisfiesExactly(
            problem ->
                assertThat(problem)
                    .contains("phase 1 names the source 'rigth'", "Did you mean 'right'?"),
            problem -> assertThat(problem).contains("phase 2 has no training row"));
    assertThat(problems(lying(), phased(RIGHT, WRONG))).isEmpty();
  }

  @Test
  void sources_without_a_column_of_them_are_refused() {
    assertThat(problems(Texts.draw(TaskKind.BINARY, 100, 1), phased(RIGHT)))
        .singleElement()
        .asString()
        .contains("the data declare no column", "source: COLUMN");
  }

  @Test
  void a_refit_goes_through_the_same_phases_on_the_same_rows_to_the_same_weights() {
    Map<String, Object> settings = phased(WRONG, RIGHT);
    settings.put("early_stopping", 2L);
    settings.put("dropout", 0.1);
    Fitted judged = train(lying(), settings);
    Fitted refitted = TRAINER.refit(lying(), settings(settings), judged, 1, Progress.SILENT);
    try (Model model = judged.model();
        Model again = refitted.model()) {
      assertThat(again.files().content("model.onnx"))
          .isEqualTo(model.files().content("model.onnx"));
    }
  }

  @Test
  void rates_rise_and_fall_in_each_phase_by_itself() {
    Phase phase = new Phase(2, List.of(), 0.25);
    PhaseSteps steps =
        new PhaseSteps(
            Tokens.of(new int[64][3]),
            IntStream.range(0, 64).toArray(),
            phase,
            new TransformerSettings(settings(quick())),
            1);
    double[] rates = new double[8];
    for (int step = 0; step < 8; step++) {
      rates[step] = steps.rate(new Position(1, step / 4, 5 + step / 4, step % 4, 0));
    }

    // A tenth of eight steps is one step that rises.
    assertThat(steps.ofEpoch()).isEqualTo(4);
    assertThat(rates[0]).isEqualTo(0.25);
    assertThat(rates[1]).isEqualTo(0.25);
    assertThat(rates[7]).isCloseTo(0.25 / 7, Offset.offset(1e-12));
    assertThat(Arrays.stream(rates).skip(1).boxed().toList().reversed()).isSorted();
  }
}
