package dev.assay.data.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.data.leak.Duplicates;
import dev.assay.data.leak.NearDuplicates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PartsAssignmentTest {

  private static final PartsPolicy.Dealt BY_ID =
      new PartsPolicy.Dealt(Shares.STANDARD, new PartsUnit.ById(), 7, 0);
  private static final PartsPolicy.Dealt BY_GROUP =
      new PartsPolicy.Dealt(Shares.STANDARD, new PartsUnit.ByGroup(), 7, 0);
  private static final PartsPolicy.Dealt BY_BLOCK =
      new PartsPolicy.Dealt(Shares.STANDARD, new PartsUnit.ByBlock(28), 7, 3);

  @Property(tries = 60, seed = "20260531")
  void an_id_never_changes_part_when_rows_are_added_dropped_and_shuffled(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 2) int policyIndex) {
    PartsPolicy policy = List.of(BY_ID, BY_GROUP, BY_BLOCK).get(policyIndex);
    Random random = new Random(seed);
    List<Rows.Row> first = randomRows(random, 0, 200);
    Assignment before = assign(first, policy, PartsRecord.none());

    List<Rows.Row> second = new ArrayList<>(first);
    second.removeIf(row -> random.nextInt(5) == 0);
    second.addAll(randomRows(random, 200, 40));
    second.add(first.get(0).withId("copy").from(first.get(0).id()));
    Collections.shuffle(second, random);
    Assignment after = assign(second, policy, before.record());

    assertThat(first)
        .allSatisfy(
            row ->
                assertThat(after.record().part(row.id()))
                    .isEqualTo(before.record().part(row.id())));
    assertKeptRowsAreWhereTheRecordSays(second, after);
  }

  @Property(tries = 40, seed = "20260531")
  void the_order_of_rows_decides_nothing(@ForAll long seed) {
    Random random = new Random(seed);
    List<Rows.Row> rows = randomRows(random, 0, 150);
    rows.add(rows.get(3).withId("copy").from(rows.get(3).id()));
    String inOrder = assign(rows, BY_GROUP, PartsRecord.none()).record().fingerprint();

    Collections.shuffle(rows, random);

    assertThat(assign(rows, BY_GROUP, PartsRecord.none()).record().fingerprint())
        .isEqualTo(inOrder);
  }

  @Property(tries = 40, seed = "20260531")
  void a_derived_example_and_its_origin_are_never_in_two_parts(@ForAll long seed) {
    Random random = new Random(seed);
    List<Rows.Row> first = randomRows(random, 0, 60);
    Assignment before = assign(first, BY_ID, PartsRecord.none());
    List<Rows.Row> second = new ArrayList<>(first);
    Map<String, String> originOf = new HashMap<>();
    for (int i = 0; i < 60; i++) {
      String origin = second.get(random.nextInt(second.size())).id();
      originOf.put("derived" + i, origin);
      second.add(Rows.row("derived" + i, "g", 0, 0).from(origin));
    }
    Assignment after = assign(second, BY_ID, before.record());

    assertThat(originOf)
        .allSatisfy(
            (id, origin) ->
                assertThat(after.record().part(id)).isEqualTo(after.record().part(origin)));
  }

  @Test
  void a_derived_example_follows_an_origin_that_has_left_the_data() {
    List<Rows.Row> first = randomRows(new Random(1), 0, 100);
    Assignment before = assign(first, BY_ID, PartsRecord.none());
    List<Rows.Row> derived =
        first.stream().map(row -> row.withId(row.id() + "'").from(row.id())).toList();

    Assignment after = assign(derived, BY_ID, before.record());

    assertThat(first)
        .allSatisfy(
            row ->
                assertThat(after.record().part(row.id() + "'"))
                    .isEqualTo(before.record().part(row.id())));
  }

  @Test
  void near_duplicates_stay_together() {
    Random random = new Random(2);
    Rows rows = new Rows().withoutGroup().withoutTime();
    for (int i = 0; i < 300; i++) {
      Rows.Row row = Rows.row("a" + i, "g", 0, i % 2, gaussians(random, 8));
      rows.add(row).add(row.withId("b" + i));
    }
    Dataset dataset = rows.dataset();

    Assignment assignment =
        PartsAssignment.assign(
            dataset, BY_ID, PartsRecord.none(), NearDuplicates.find(dataset), "first");

    assertThat(IntStream.range(0, 300).boxed())
        .allSatisfy(
            i -> assertThat(part(assignment, "a" + i)).isEqualTo(part(assignment, "b" + i)));
    assertThat(assignment.rows(Part.TEST)).isNotEmpty();
  }

  @Test
  void a_new_row_that_links_training_and_test_is_quarantined_and_named() {
    List<Rows.Row> first = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      first.add(Rows.row("a" + i, "g", 0, i % 2, gaussians(random, 8)));
    }
    PartsRecord record = assign(first, BY_ID, PartsRecord.none()).record();
    Rows.Row inTrain = firstIn(first, record, Part.TRAIN);
    Rows.Row inTest = firstIn(first, record, Part.TEST);
    Rows.Row link = inTrain.withId("link").from(inTest.id());
    List<Rows.Row> second = new ArrayList<>(first);
    second.add(link);
    second.add(Rows.row("innocent", "g", 0, 1, gaussians(random, 8)));
    Dataset dataset = new Rows().withoutGroup().withoutTime().addAll(second).dataset();

    Assignment assignment =
        PartsAssignment.assign(dataset, BY_ID, record, NearDuplicates.find(dataset), "second");

    assertThat(assignment.quarantined()).hasSize(1);
    assertThat(assignment.quarantined().get(0).id()).isEqualTo("link");
    assertThat(assignment.quarantined().get(0).reason())
        .contains("train and test", inTrain.id(), inTest.id());
    assertThat(assignment.part(100)).isEmpty();
    assertThat(assignment.fate(100)).isEqualTo(Fate.QUARANTINED);
    assertThat(assignment.part(101)).isPresent();
    assertThat(assignment.record().part("link")).isEmpty();
  }

  @Test
  void a_rare_label_reaches_every_part_in_proportion() {
    for (long seed = 0; seed < 50; seed++) {
      Rows rows = new Rows();
      for (int i = 0; i < 2000; i++) {
        rows.add("id" + i, "g", 0, i < 20 ? 1 : 0);
      }
      PartsPolicy policy = new PartsPolicy.Dealt(Shares.STANDARD, new PartsUnit.ById(), seed, 0);
      Dataset dataset = rows.dataset();
      Assignment assignment =
          PartsAssignment.assign(dataset, policy, PartsRecord.none(), Duplicates.none(), "first");

      assertThat(positives(dataset, assignment))
          .containsEntry(Part.TRAIN, 14L)
          .containsEntry(Part.VALIDATION, 3L)
          .containsEntry(Part.TEST, 3L);
    }
  }

  @Test
  void rare_labels_of_later_batches_make_up_for_what_the_parts_lack() {
    Rows rows = new Rows();
    for (int i = 0; i < 5; i++) {
      rows.add("rare" + i, "g", 0, 1);
    }
    for (int i = 0; i < 1000; i++) {
      rows.add("id" + i, "g", 0, 0);
    }
    PartsRecord record =
        PartsAssignment.assign(
                rows.dataset(), BY_ID, PartsRecord.none(), Duplicates.none(), "first")
            .record();
    for (int i = 5; i < 40; i++) {
      rows.add("rare" + i, "g", 0, 1);
    }
    Dataset dataset = rows.dataset();

    Assignment assignment =
        PartsAssignment.assign(dataset, BY_ID, record, Duplicates.none(), "second");

    assertThat(positives(dataset, assignment))
        .containsEntry(Part.TRAIN, 28L)
        .containsEntry(Part.VALIDATION, 6L)
        .containsEntry(Part.TEST, 6L);
  }

  @Test
  void shares_are_met_where_there_are_many_units() {
    Rows rows = new Rows();
    for (int i = 0; i < 20_000; i++) {
      rows.add("id" + i, "g", 0, i % 2);
    }
    Assignment assignment =
        PartsAssignment.assign(
            rows.dataset(), BY_ID, PartsRecord.none(), Duplicates.none(), "first");

    assertThat(assignment.rows(Part.TRAIN).length / 20_000.0).isCloseTo(0.70, within(0.015));
    assertThat(assignment.rows(Part.TEST).length / 20_000.0).isCloseTo(0.15, within(0.015));
  }

  @Test
  void another_seed_gives_other_parts() {
    List<Rows.Row> rows = randomRows(new Random(4), 0, 300);
    PartsPolicy other = new PartsPolicy.Dealt(Shares.STANDARD, new PartsUnit.ById(), 8, 0);
    Assignment one = assign(rows, BY_ID, PartsRecord.none());
    Assignment two = assign(rows, other, PartsRecord.none());

    assertThat(rows).anyMatch(row -> !part(one, row.id()).equals(part(two, row.id())));
  }

  @Test
  void a_group_is_in_one_part_and_comes_back_to_it_after_its_rows_had_gone() {
    Rows first = new Rows();
    Rows returned = new Rows();
    for (int g = 0; g < 40; g++) {
      for (int i = 0; i < 5; i++) {
        first.add("g" + g + "/" + i, "g" + g, 0, i % 2);
        returned.add("g" + g + "/back" + i, "g" + g, 0, 1);
      }
    }
    Assignment before =
        PartsAssignment.assign(
            first.dataset(), BY_GROUP, PartsRecord.none(), Duplicates.none(), "first");
    Assignment after =
        PartsAssignment.assign(
            returned.dataset(), BY_GROUP, before.record(), Duplicates.none(), "second");

    for (int g = 0; g < 40; g++) {
      Optional<Part> part = part(before, "g" + g + "/0");
      for (int i = 0; i < 5; i++) {
        assertThat(part(before, "g" + g + "/" + i)).isEqualTo(part);
        assertThat(part(after, "g" + g + "/back" + i)).isEqualTo(part);
      }
    }
  }

  @Test
  void training_rows_within_the_horizon_of_a_judging_block_are_purged_day_by_day() {
    Rows rows = new Rows();
    for (int g = 0; g < 30; g++) {
      for (int day = 0; day < 280; day++) {
        rows.add("g" + g + "/" + day, "g" + g, day, day % 3 == 0 ? 1 : 0);
      }
    }
    Dataset dataset = rows.dataset();
    Assignment assignment =
        PartsAssignment.assign(dataset, BY_BLOCK, PartsRecord.none(), Duplicates.none(), "first");

    int purged = 0;
    for (int row = 0; row < dataset.size(); row++) {
      String id = dataset.attributes().id(row);
      Part part = assignment.record().part(id).orElseThrow();
      boolean near = false;
      int first = row - row % 280;
      for (int other = first; other < first + 280; other++) {
        boolean judges = assignment.part(other).filter(p -> p.compareTo(part) > 0).isPresent();
        near |= judges && Math.abs(other - row) <= 3;
      }
      assertThat(assignment.fate(row)).as(id).isEqualTo(near ? Fate.PURGED : Fate.KEPT);
      purged += near ? 1 : 0;
    }
    assertThat(purged).isPositive().isEqualTo(assignment.count(Fate.PURGED));
    assertThat(assignment.count(Part.TEST, Fate.PURGED)).isZero();
  }

  @Test
  void a_given_split_is_respected_and_its_leaking_training_rows_are_dropped() {
    Random random = new Random(5);
    Rows rows = new Rows().withoutGroup().withoutTime();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      rows.add(Rows.row("id" + i, "g", 0, i % 2, gaussians(random, 6)));
      parts.add(i < 60 ? Part.TRAIN : i < 80 ? Part.VALIDATION : Part.TEST);
    }
    Rows.Row tested = Rows.row("tested", "g", 0, 1, gaussians(random, 6));
    rows.add(tested).add(tested.withId("leak"));
    parts.add(Part.TEST);
    parts.add(Part.TRAIN);
    Dataset dataset = rows.dataset();

    Assignment assignment =
        PartsAssignment.assign(
            dataset,
            new PartsPolicy.Given(GivenParts.of(parts)),
            PartsRecord.none(),
            NearDuplicates.find(dataset),
            "first");

    assertThat(assignment.fate(101)).isEqualTo(Fate.DROPPED_LEAKING);
    assertThat(assignment.count(Fate.DROPPED_LEAKING)).isEqualTo(1);
    for (int row = 0; row <= 100; row++) {
      assertThat(assignment.part(row)).contains(parts.get(row));
    }
  }

  @Test
  void a_given_split_that_moves_recorded_ids_is_refused_with_all_of_them() {
    Dataset dataset =
        new Rows().add("a", "g", 0, 1).add("b", "g", 0, 0).add("c", "g", 0, 0).dataset();
    PartsRecord record =
        givenParts(dataset, PartsRecord.none(), Part.TRAIN, Part.TEST, Part.TEST).record();

    assertThatThrownBy(() -> givenParts(dataset, record, Part.TEST, Part.TEST, Part.TRAIN))
        .isInstanceOfSatisfying(
            InvalidInputException.class, problem -> assertThat(problem.problems()).hasSize(2))
        .hasMessageContaining("row 'a'")
        .hasMessageContaining("from test to train");
  }

  @Test
  void words_for_parts_are_understood_and_unknown_ones_listed() {
    GivenParts parts =
        GivenParts.parse(CategoricalColumn.of(List.of("train", "DEV", "test")), "rows.csv");

    assertThat(List.of(parts.part(0), parts.part(1), parts.part(2)))
        .containsExactly(Part.TRAIN, Part.VALIDATION, Part.TEST);
    List<String> wrong = new ArrayList<>(List.of("train", "holdout"));
    wrong.add(null);
    assertThatThrownBy(() -> GivenParts.parse(CategoricalColumn.of(wrong), "rows.csv"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("row 2 has the part 'holdout'")
        .hasMessageContaining("row 3 has the part ''");
  }

  @Test
  void a_record_is_not_used_under_another_policy() {
    List<Rows.Row> rows = randomRows(new Random(6), 0, 50);
    PartsRecord record = assign(rows, BY_ID, PartsRecord.none()).record();

    assertThatThrownBy(() -> assign(rows, BY_GROUP, record))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("by id")
        .hasMessageContaining("by group");
  }

  @Test
  void the_standard_policy_fits_what_is_declared() {
    Rows rows = new Rows().add("a", "g", 0, 1);

    assertThat(PartsPolicy.standard(rows.dataset(), 7, 1).unit())
        .isEqualTo(new PartsUnit.ByBlock(56));
    assertThat(PartsPolicy.standard(rows.dataset(), 2, 1).unit())
        .isEqualTo(new PartsUnit.ByBlock(28));
    assertThat(PartsPolicy.standard(rows.dataset(), 0, 1).unit())
        .isEqualTo(new PartsUnit.ByGroup());
    assertThat(PartsPolicy.standard(rows.withoutGroup().dataset(), 0, 1).unit())
        .isEqualTo(new PartsUnit.ById());
  }

  private static Assignment givenParts(Dataset dataset, PartsRecord record, Part... parts) {
    PartsPolicy policy = new PartsPolicy.Given(GivenParts.of(List.of(parts)));
    return PartsAssignment.assign(dataset, policy, record, Duplicates.none(), "batch");
  }

  private static Assignment assign(List<Rows.Row> rows, PartsPolicy policy, PartsRecord record) {
    return PartsAssignment.assign(
        new Rows().addAll(rows).dataset(), policy, record, Duplicates.none(), "batch");
  }

  private static List<Rows.Row> randomRows(Random random, int from, int count) {
    List<Rows.Row> rows = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      String group = "g" + random.nextInt(15);
      rows.add(Rows.row("id" + i, group, random.nextInt(200), random.nextInt(8) == 0 ? 1 : 0));
    }
    return rows;
  }

  private static float[] gaussians(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static void assertKeptRowsAreWhereTheRecordSays(
      List<Rows.Row> rows, Assignment assignment) {
    for (int row = 0; row < rows.size(); row++) {
      if (assignment.fate(row) == Fate.KEPT) {
        assertThat(assignment.part(row)).isEqualTo(assignment.record().part(rows.get(row).id()));
      }
    }
  }

  private static Rows.Row firstIn(List<Rows.Row> rows, PartsRecord record, Part part) {
    return rows.stream()
        .filter(row -> record.part(row.id()).filter(part::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Part> part(Assignment assignment, String id) {
    return assignment.record().part(id);
  }

  private static Map<Part, Long> positives(Dataset dataset, Assignment assignment) {
    Map<Part, Long> positives = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      positives.put(part, (long) dataset.select(assignment.rows(part)).labels().positives(0));
    }
    return positives;
  }
}
