package dev.assay.data.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.core.progress.Progress;
import dev.assay.core.suite.ExpectationKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorTableTest {

  private static final Path HATECHECK = Path.of("../../shared/data/hatecheck");

  private static final VectorColumns COLUMNS =
      VectorColumns.builder(
              "gold",
              Map.of(
                  "yes", Claim.of(ExpectationKind.MUST_DETECT, List.of("spam")),
                  "no", Claim.of(ExpectationKind.MUST_NOT_DETECT, List.of("spam"))))
          .id("nr")
          .functionality("kind")
          .input("text", "words")
          .build();

  @TempDir Path folder;

  private List<VectorDraft> read(VectorLayout layout, String csv) throws IOException {
    Files.writeString(folder.resolve("cases.csv"), csv);
    return new VectorTable(folder, "cases.csv", layout).read(Progress.SILENT);
  }

  private List<String> problems(VectorLayout layout, String csv) {
    InvalidInputException invalid =
        catchThrowableOfType(InvalidInputException.class, () -> read(layout, csv));
    return invalid.problems().stream().map(Problem::toString).toList();
  }

  @Test
  void a_table_as_it_comes_gives_a_vector_for_each_row_by_its_declared_columns()
      throws IOException {
    List<VectorDraft> drafts =
        read(
            COLUMNS,
            """
            nr,kind,words,gold,template
            007,plain,"buy, now",yes,3
            8,quoted,she said buy,no,4
            """);

    assertThat(drafts)
        .containsExactly(
            new VectorDraft(
                "cases.csv:2",
                "007",
                "plain",
                Claim.of(ExpectationKind.MUST_DETECT, List.of("spam")),
                List.of(Map.of("text", "buy, now")),
                ""),
            new VectorDraft(
                "cases.csv:3",
                "8",
                "quoted",
                Claim.of(ExpectationKind.MUST_NOT_DETECT, List.of("spam")),
                List.of(Map.of("text", "she said buy")),
                ""));
  }

  @Test
  void values_that_nobody_gave_a_meaning_are_all_listed_with_their_lines() {
    assertThat(problems(COLUMNS, "nr,kind,words,gold\n1,a,buy,yes\n2,a,sell,yess\n3,a,rent,\n"))
        .containsExactly(
            "cases.csv:3: nobody declared what 'yess' as 'gold' means. Did you mean 'yes'?",
            "cases.csv:4: 'gold' is missing. Known: no, yes.");
  }

  @Test
  void a_missing_column_is_named_with_the_nearest_one() {
    assertThat(problems(COLUMNS, "nr,kind,word,gold\n1,a,buy,yes\n"))
        .containsExactly("cases.csv: there is no column 'words'. Did you mean 'word'?");
  }

  @Test
  void a_table_of_assays_own_names_kinds_labels_and_inputs() throws IOException {
    List<VectorDraft> drafts =
        read(
            new OwnColumns(),
            """
            expect,labels,functionality,text,channel,against.channel,perturbed.text
            must_co_detect,spam; contact_info,plain,call 123,shop,,
            must_differ,spam,context,buy,shop,family,
            must_not_change,all,typos,buy now,,,buy nwo
            """);

    assertThat(drafts)
        .extracting(draft -> draft.claim().kind())
        .containsExactly(
            ExpectationKind.MUST_CO_DETECT,
            ExpectationKind.MUST_DIFFER,
            ExpectationKind.MUST_NOT_CHANGE);
    assertThat(drafts.getFirst().claim().labels()).containsExactly("spam", "contact_info");
    assertThat(drafts.getFirst().inputs())
        .containsExactly(Map.of("text", "call 123", "channel", "shop"));
    assertThat(drafts.get(1).inputs())
        .containsExactly(
            Map.of("text", "buy", "channel", "shop"), Map.of("text", "buy", "channel", "family"));
    assertThat(drafts.get(2).inputs())
        .containsExactly(Map.of("text", "buy now"), Map.of("text", "buy nwo"));
  }

  @Test
  void an_unknown_kind_in_a_table_is_named_with_the_nearest_one() {
    assertThat(problems(new OwnColumns(), "expect,labels,by,text\nmust_detct,spam,x,buy\n"))
        .containsExactly(
            "cases.csv:2: nothing expects 'must_detct'. Did you mean 'must_detect'?",
            "cases.csv:2: 'by' is 'x'. Write a number from 0 to 1.");
  }

  @Test
  void hatecheck_is_read_as_it_comes() {
    assumeTrue(
        Files.isDirectory(HATECHECK), "needs HateCheck in " + HATECHECK + ", which is not there");
    VectorColumns columns =
        VectorColumns.builder(
                "label_gold",
                Map.of(
                    "hateful", Claim.of(ExpectationKind.MUST_DETECT, List.of("spam")),
                    "non-hateful", Claim.of(ExpectationKind.MUST_NOT_DETECT, List.of("spam"))))
            .id("case_id")
            .functionality("functionality")
            .input("text", "test_case")
            .build();

    List<VectorDraft> drafts =
        new VectorTable(HATECHECK, "test_suite_cases.csv", columns).read(Progress.SILENT);

    assertThat(drafts).hasSize(3_728);
    assertThat(drafts)
        .extracting(VectorDraft::functionality)
        .doesNotContain("")
        .contains("ident_neutral_nh");
    assertThat(drafts.stream().filter(d -> d.claim().kind() == ExpectationKind.MUST_DETECT))
        .hasSize(2_563);
    assertThat(drafts.stream().map(VectorDraft::id).distinct()).hasSize(3_728);
  }
}
