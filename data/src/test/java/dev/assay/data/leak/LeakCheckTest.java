package dev.assay.data.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.TextColumn;
import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.data.parts.Rows;
import dev.assay.data.parts.Rows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LeakCheckTest {

  private static final int FEATURES = 12;

  @Test
  void a_near_copy_in_training_is_found_and_named_in_a_table_without_group_and_time() {
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      List<Row> train = independent(random, "train", 3000);
      List<Row> test = independent(random, "test", 500);
      Row copied = test.get(17);
      train.add(nearCopy(copied, "planted", random));

      LeakReport report = LeakCheck.check(bare(train).dataset(), "test", bare(test).dataset());

      assertThat(report.listed())
          .as("seed %d", seed)
          .containsExactly(new LeakPair("planted", copied.id(), LeakKind.NEAR_DUPLICATE));
    }
  }

  @Test
  void a_near_copy_of_the_same_group_and_day_is_found_and_one_of_another_day_is_none() {
    Random random = new Random(1);
    List<Row> train = panel(random, 0);
    List<Row> test = panel(random, 100);
    Row copied = test.get(5);
    train.add(nearCopy(copied, "planted", random));
    train.add(nearCopy(copied, "elsewhen", random).withDay(3));

    LeakReport report = LeakCheck.check(dataset(train), "recent", dataset(test));

    assertThat(report.listed())
        .containsExactly(new LeakPair("planted", copied.id(), LeakKind.NEAR_DUPLICATE));
    assertThatThrownBy(report::throwIfLeaking)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'planted' and '" + copied.id() + "' (near-duplicate)")
        .hasMessageContaining("Remove one row of each pair");
  }

  @Test
  void a_copy_whose_group_bears_another_name_is_found_and_quiet_rows_that_are_alike_are_none() {
    Random random = new Random(7);
    List<Row> train = panel(random, 0);
    List<Row> test = panel(random, 100);
    Row copied = test.get(5);
    train.add(new Row("renamed", "renamed", 105, (byte) 0, null, copied.features()));
    float[] quiet = new float[FEATURES];
    quiet[0] = 7.5f;
    quiet[1] = 8.5f;
    train.add(Rows.row("calm", "g1", 40, 0, quiet));
    test.add(Rows.row("still", "g2", 140, 0, quiet));
    for (int i = 0; i < 11; i++) {
      train.add(Rows.row("zero" + i, "g" + i, 60 + i, 0, new float[FEATURES]));
    }

    LeakReport report = LeakCheck.check(dataset(train), "recent", dataset(test));

    assertThat(report.listed())
        .containsExactly(new LeakPair("renamed", copied.id(), LeakKind.SAME_CONTENT));
  }

  @Test
  void the_same_id_and_the_same_content_are_told_apart() {
    Random random = new Random(2);
    List<Row> train = independent(random, "train", 200);
    List<Row> test = independent(random, "test", 200);
    train.add(test.get(0));
    train.add(test.get(1).withId("twin"));

    LeakReport report = LeakCheck.check(bare(train).dataset(), "test", bare(test).dataset());

    assertThat(report.listed())
        .containsExactlyInAnyOrder(
            new LeakPair("test0", "test0", LeakKind.SAME_ID),
            new LeakPair("twin", "test1", LeakKind.SAME_CONTENT));
    assertThat(report.count(LeakKind.SAME_ID)).isEqualTo(1);
    assertThat(report.count()).isEqualTo(2);
  }

  @Test
  void a_row_that_was_derived_from_one_of_the_other_side_is_a_leak_either_way() {
    Random random = new Random(6);
    List<Row> train = independent(random, "train", 200);
    List<Row> test = independent(random, "test", 200);
    train.add(test.get(3).withId("echo").from("test3"));
    test.add(independent(random, "reworded", 1).getFirst().from("train9"));
    train.add(independent(random, "lone", 1).getFirst().from("gone"));

    LeakReport report = LeakCheck.check(bare(train).dataset(), "legacy", bare(test).dataset());

    assertThat(report.listed())
        .containsExactly(
            new LeakPair("echo", "test3", LeakKind.DERIVED),
            new LeakPair("train9", "reworded0", LeakKind.DERIVED));
    assertThatThrownBy(report::throwIfLeaking).hasMessageContaining("'echo' and 'test3' (derived)");
  }

  @Test
  void contents_that_many_rows_share_are_counted_and_never_called_a_leak() {
    List<Row> train = new ArrayList<>(independent(new Random(3), "train", 300));
    List<Row> test = new ArrayList<>(independent(new Random(4), "test", 300));
    for (int i = 0; i < 8; i++) {
      train.add(Rows.row("quiet" + i, "g", 0, 0, new float[FEATURES]));
      test.add(Rows.row("calm" + i, "g", 0, 0, new float[FEATURES]));
    }

    LeakReport report = LeakCheck.check(bare(train).dataset(), "test", bare(test).dataset());

    assertThat(report.isLeaking()).isFalse();
    assertThat(report.commonRows()).isEqualTo(16);
    assertThat(report.inWords()).contains("16 rows have a content");
    assertThatCode(report::throwIfLeaking).doesNotThrowAnyException();
  }

  @Test
  void ten_rows_of_one_content_are_pairs_and_eleven_are_common() {
    assertThat(NearDuplicates.find(sameContent(10)).size()).isEqualTo(45);
    assertThat(NearDuplicates.find(sameContent(11)).size()).isZero();
    assertThat(NearDuplicates.find(sameContent(11)).commonRows()).isEqualTo(11);
  }

  @Test
  void rows_that_agree_in_fewer_than_three_known_features_are_no_duplicates() {
    Rows rows = new Rows().withoutGroup().withoutTime();
    Random random = new Random(5);
    rows.addAll(independent(random, "a", 100));
    float nan = Float.NaN;
    float[] two = {5, 6, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan};
    float[] three = {7, 8, 9, nan, nan, nan, nan, nan, nan, nan, nan, nan};
    rows.add(Rows.row("two", "g", 0, 0, two)).add(Rows.row("two'", "g", 0, 0, two));
    rows.add(Rows.row("three", "g", 0, 0, three)).add(Rows.row("three'", "g", 0, 0, three));

    Duplicates duplicates = NearDuplicates.find(rows.dataset());

    assertThat(duplicates.size()).isEqualTo(1);
    assertThat(duplicates.first(0)).isEqualTo(102);
    assertThat(duplicates.second(0)).isEqualTo(103);
  }

  /** Compares the search with the definition, written down once more in its plainest form. */
  @Property(tries = 30, seed = "20260531")
  void every_pair_found_is_one_by_the_definition_and_small_places_miss_none(@ForAll long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Row base = rows.isEmpty() || random.nextInt(3) > 0 ? null : rows.get(random.nextInt(i));
      float[] values = new float[10];
      for (int f = 0; f < values.length; f++) {
        values[f] =
            base == null || random.nextInt(12) == 0
                ? 20 * random.nextInt(50)
                : base.features().get(f);
      }
      String group = base == null ? "g" + random.nextInt(6) : base.group();
      rows.add(Rows.row("id" + i, group, 0, 0, values));
    }
    Duplicates found = NearDuplicates.find(new Rows().withoutTime().addAll(rows).dataset());

    List<String> expected = new ArrayList<>();
    int[] partners = new int[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        if (agree(rows.get(i), rows.get(j))) {
          expected.add(i + "-" + j);
          partners[i]++;
          partners[j]++;
        }
      }
    }
    expected.removeIf(
        pair ->
            IntStream.of(
                    Integer.parseInt(pair.split("-", -1)[0]),
                    Integer.parseInt(pair.split("-", -1)[1]))
                .anyMatch(row -> partners[row] >= 10));
    assertThat(
            IntStream.range(0, found.size()).mapToObj(p -> found.first(p) + "-" + found.second(p)))
        .containsExactlyElementsOf(expected);
  }

  private static boolean agree(Row a, Row b) {
    // Values are 20 or more apart, and 1% of their interquartile range is about 5.
    long agreeing =
        IntStream.range(0, 10).filter(f -> a.features().get(f).equals(b.features().get(f))).count();
    return a.group().equals(b.group()) && agreeing >= 9;
  }

  @Test
  void a_changed_copy_of_a_text_is_found_whatever_its_case_digits_and_addresses() {
    String text =
        "The ministry said on Monday 14 May that access to the platform had been restored in all"
            + " regions after three days, see https://example.org/a for details of the outage";
    String copy =
        "THE MINISTRY said on Monday 15 May that access to the platform had been restored in  all"
            + " regions after three days, see https://example.net/b for details of this outage";
    Dataset train = texts("train", List.of(copy, "Something else entirely, said nobody ever."));
    Dataset test = texts("test", List.of("A third matter of no interest here.", text));

    LeakReport report = LeakCheck.check(train, "test", test);

    assertThat(report.listed())
        .containsExactly(new LeakPair("train0", "test1", LeakKind.NEAR_DUPLICATE));
  }

  @Test
  void texts_on_one_topic_are_not_duplicates_and_stock_phrases_are_common() {
    List<String> train = new ArrayList<>();
    List<String> test = new ArrayList<>();
    Random random = new Random(6);
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder("the internet in the country was");
      for (int w = 0; w < 12; w++) {
        text.append(" word")
            .append((char) ('a' + random.nextInt(26)))
            .append((char) ('a' + random.nextInt(26)));
      }
      (i % 2 == 0 ? train : test).add(text.toString());
      if (i < 30) {
        (i % 2 == 0 ? train : test).add("Thank you!");
      }
    }

    LeakReport report = LeakCheck.check(texts("train", train), "test", texts("test", test));

    assertThat(report.isLeaking()).isFalse();
    assertThat(report.commonRows()).isEqualTo(30);
  }

  @Test
  void a_long_list_of_leaks_is_counted_in_full_and_listed_in_part() {
    List<Row> rows = independent(new Random(7), "id", 150);
    Dataset dataset = bare(rows).dataset();

    LeakReport report = LeakCheck.check(dataset, "test", dataset);

    assertThat(report.count()).isEqualTo(150);
    assertThat(report.listed()).hasSize(LeakReport.LISTED);
  }

  @Test
  void a_stock_phrase_of_the_whole_data_is_no_leak_between_two_of_its_parts() {
    String phrase = "Thanks for your help";
    Dataset train = texts("train", List.of(phrase, phrase, "One text alone in the world"));
    Dataset test = texts("test", List.of(phrase, "Another text that is alone"));

    assertThat(LeakCheck.check(train, "test", test).listed()).hasSize(2);
    Set<String> common = Set.of("train0", "train1", "test0");
    LeakReport report = LeakCheck.check(train, "test", test, common);

    assertThat(report.listed()).isEmpty();
    assertThat(report.commonRows()).isEqualTo(3);
  }

  @Test
  void exposed_rows_are_found_by_id_and_by_content_and_counted_once() {
    List<Row> rows = independent(new Random(8), "id", 50);
    for (int i = 0; i < 12; i++) {
      rows.add(Rows.row("quiet" + i, "g", 0, 0, new float[FEATURES]));
    }
    Dataset dataset = bare(rows).dataset();
    long quiet = dataset.inputHash(55);
    long content = dataset.inputHash(4);
    long both = dataset.inputHash(3);

    Exposure exposure =
        Exposure.of(
            dataset,
            id -> id == StableHash.of("id3"),
            hash -> hash == content || hash == both || hash == quiet);

    assertThat(exposure.byId()).isEqualTo(1);
    assertThat(exposure.byContent()).isEqualTo(1);
    assertThat(exposure.count()).isEqualTo(2);
    assertThat(exposure.unexposedRows()).hasSize(60).doesNotContain(3, 4);
  }

  private static Dataset sameContent(int rows) {
    Rows all = new Rows().withoutGroup().withoutTime();
    all.addAll(independent(new Random(9), "other", 100));
    for (int i = 0; i < rows; i++) {
      all.add(Rows.row("same" + i, "g", 0, 0, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9));
    }
    return all.dataset();
  }

  private static List<Row> independent(Random random, String prefix, int count) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(Rows.row(prefix + i, "g", 0, i % 2, values(random)));
    }
    return rows;
  }

  /** Twenty groups by thirty days. */
  private static List<Row> panel(Random random, int firstDay) {
    List<Row> rows = new ArrayList<>();
    for (int group = 0; group < 20; group++) {
      for (int day = firstDay; day < firstDay + 30; day++) {
        rows.add(Rows.row("g" + group + "/" + day, "g" + group, day, 0, values(random)));
      }
    }
    return rows;
  }

  private static float[] values(Random random) {
    float[] values = new float[FEATURES];
    for (int f = 0; f < values.length; f++) {
      values[f] = (float) random.nextGaussian();
    }
    return values;
  }

  /** One feature differs altogether, the others by a trifle. */
  private static Row nearCopy(Row row, String id, Random random) {
    float[] values = new float[FEATURES];
    int changed = random.nextInt(FEATURES);
    for (int f = 0; f < values.length; f++) {
      values[f] = row.features().get(f) + (f == changed ? 3 : random.nextFloat() * 0.002f);
    }
    return Rows.row(id, row.group(), row.day(), row.label(), values);
  }

  private static Rows bare(List<Row> rows) {
    return new Rows().withoutGroup().withoutTime().addAll(rows);
  }

  private static Dataset dataset(List<Row> rows) {
    return new Rows().addAll(rows).dataset();
  }

  private static Dataset texts(String prefix, List<String> texts) {
    List<String> ids = IntStream.range(0, texts.size()).mapToObj(i -> prefix + i).toList();
    return new Dataset(
        Attributes.of(ids).build(),
        Labels.ofColumns(LabelSchema.binary("spam"), new byte[1][texts.size()]),
        Map.of("text", TextColumn.of(texts)));
  }
}
