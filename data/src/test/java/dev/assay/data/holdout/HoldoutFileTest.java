package dev.assay.data.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.example.Dataset;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import dev.assay.data.source.DatasetReader;
import dev.assay.data.source.DatasetSource;
import dev.assay.data.source.FeatureColumns;
import dev.assay.data.source.FileHash;
import dev.assay.data.source.LabelColumns;
import dev.assay.data.source.RowSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldoutFileTest {

  private static final String ROWS =
      """
      {"country": "a/b", "day": "2026-01-01", "y": "hit", "mood": "sad", "tags": ["p"], "x": 1.5, "n": 3, "note": "one", "part": "train"}
      {"country": "100%", "day": "2026-01-02", "y": "miss", "mood": "glad", "tags": [], "x": null, "n": 4, "note": "two", "part": "dev"}
      {"country": "a/b", "day": "2026-01-03", "y": null, "mood": "meh", "tags": null, "x": 0.1, "n": 5, "note": null, "part": "test"}
      {"country": "c", "day": "2026-01-04", "y": "miss", "mood": null, "tags": ["q", "p"], "x": 7, "n": 6, "note": "", "part": "test"}
      """;

  @TempDir private Path folder;

  @Test
  void a_frozen_holdout_is_read_back_as_it_was_for_every_kind_of_label() throws IOException {
    for (LabelColumns labels :
        List.of(
            new LabelColumns.Binary("y", Set.of("hit")),
            new LabelColumns.Multiclass("mood", Optional.empty()),
            new LabelColumns.MultilabelList("tags", List.of("q", "p"), ","))) {
      DatasetSource source = declare(labels).id("country", "day").build();
      Dataset panel = read(source);
      Dataset rows = panel.select(new int[] {0, 1, 3});
      String name = labels.getClass().getSimpleName();
      HoldoutMetadata metadata = HoldoutFile.write(folder, name, rows, source, "the test");

      Path file = folder.resolve(name + ".parquet");
      Dataset back = read(HoldoutFile.declaration(source, file, panel));
      assertThat(back.fingerprint())
          .isEqualTo(rows.fingerprint())
          .isEqualTo(metadata.fingerprint());
      assertThat(back.attributes().ids()).isEqualTo(rows.attributes().ids());
      assertThat(back.attributes().group().orElseThrow().value(0)).isEqualTo("a/b");
      assertThat(back.schema()).isEqualTo(panel.schema());
      assertThat(metadata.sha256()).isEqualTo(FileHash.sha256(file));
    }
  }

  @Test
  void rows_frozen_before_a_label_came_are_unknown_for_it() throws IOException {
    DatasetSource before =
        declare(new LabelColumns.MultilabelList("tags", List.of("q", "p"), ","))
            .id("country", "day")
            .build();
    Dataset rows = read(before);
    HoldoutFile.write(folder, "legacy", rows, before, "the test");
    DatasetSource now =
        declare(new LabelColumns.MultilabelList("tags", List.of("new", "p", "q"), ","))
            .id("country", "day")
            .build();

    Dataset back = read(HoldoutFile.declaration(now, folder.resolve("legacy.parquet"), rows));

    assertThat(back.labels().known(0)).isZero();
    assertThat(back.labels().column(1)).isEqualTo(rows.labels().column(1));
    assertThat(back.labels().column(2)).isEqualTo(rows.labels().column(0));
  }

  @Test
  void rows_whose_ids_were_made_from_content_keep_them() throws IOException {
    DatasetSource source = declare(new LabelColumns.Binary("y", Set.of("hit"))).build();
    Dataset panel = read(source);
    HoldoutFile.write(folder, "legacy", panel, source, "the test");
    DatasetSource frozen = HoldoutFile.declaration(source, folder.resolve("legacy.parquet"), panel);
    assertThat(read(frozen).fingerprint()).isEqualTo(panel.fingerprint());
  }

  @Test
  void the_metadata_tells_counts_days_and_groups() throws IOException {
    DatasetSource source =
        declare(new LabelColumns.Binary("y", Set.of("hit"))).id("country", "day").build();
    HoldoutMetadata metadata =
        HoldoutFile.write(folder, "legacy", read(source), source, "rows.jsonl");
    assertThat(metadata.labels()).containsExactly(new HoldoutMetadata.LabelCount("y", 3, 1));
    assertThat(metadata.firstDay()).contains(LocalDate.of(2026, 1, 1));
    assertThat(metadata.lastDay()).contains(LocalDate.of(2026, 1, 4));
    assertThat(metadata.groups()).isEqualTo(3);
    assertThat(folder.resolve("legacy.json"))
        .content()
        .contains("\"rows\" : 4", "\"created_from\" : \"rows.jsonl\"", metadata.fingerprint());
  }

  @Test
  void a_frozen_holdout_is_never_replaced_by_other_rows() throws IOException {
    DatasetSource source =
        declare(new LabelColumns.Binary("y", Set.of("hit"))).id("country", "day").build();
    Dataset panel = read(source);
    HoldoutMetadata first = HoldoutFile.write(folder, "legacy", panel, source, "once");
    HoldoutMetadata again = HoldoutFile.write(folder, "legacy", panel, source, "again");
    assertThat(again.sha256()).isEqualTo(first.sha256());
    Dataset others = panel.select(new int[] {0, 1});
    assertThatThrownBy(() -> HoldoutFile.write(folder, "legacy", others, source, "others"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("frozen already");
    assertThat(FileHash.sha256(folder.resolve("legacy.parquet"))).isEqualTo(first.sha256());
    assertThat(folder).isDirectoryNotContaining("glob:**.draft");
  }

  private DatasetSource.Builder declare(LabelColumns labels) throws IOException {
    Files.writeString(folder.resolve("rows.jsonl"), ROWS);
    Set<String> others = new java.util.HashSet<>(Set.of("y", "mood", "tags"));
    others.removeAll(labels.columns());
    return DatasetSource.builder(folder, new RowSource.Files(List.of("rows.jsonl")), labels)
        .group("country")
        .time("day", 0)
        .part("part")
        .features(new FeatureColumns(List.of(), others, Set.of("note")));
  }

  private static Dataset read(DatasetSource source) {
    return DatasetReader.read(source, Optional.empty(), Progress.SILENT).dataset();
  }
}
