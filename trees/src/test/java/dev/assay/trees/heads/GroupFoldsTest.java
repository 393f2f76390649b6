package dev.assay.trees.heads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupFoldsTest {

  private final Dataset examples = RegimePanel.opposite(1);
  private final ClusterMap clusters =
      new ClusterMap(
          RegimePanel.CLUSTERS.entrySet().stream()
              .map(entry -> new Cluster(entry.getKey(), entry.getValue()))
              .toList());
  private final int[] clusterOfRow = clusters.ofRows(examples, "test");

  @Test
  void a_group_lies_in_one_fold() {
    GroupFolds folds = GroupFolds.deal(examples, clusterOfRow, 5, 7);

    CategoricalColumn groups = examples.attributes().group().orElseThrow();
    Map<Integer, Integer> foldOfGroup = new HashMap<>();
    for (int row = 0; row < examples.size(); row++) {
      int fold = folds.of(row);
      assertThat(foldOfGroup.merge(groups.code(row), fold, (a, b) -> a)).isEqualTo(fold);
    }
    assertThat(foldOfGroup.values()).containsOnly(0, 1, 2, 3, 4);
  }

  @Test
  void every_fold_holds_groups_of_every_cluster_where_there_are_as_many() {
    GroupFolds folds = GroupFolds.deal(examples, clusterOfRow, 5, 7);

    for (int fold = 0; fold < 5; fold++) {
      assertThat(Arrays.stream(folds.rowsOf(fold)).map(row -> clusterOfRow[row]).distinct())
          .containsExactlyInAnyOrder(0, 1, ClusterMap.NONE);
    }
  }

  @Test
  void the_seed_decides_and_the_order_of_rows_does_not() {
    GroupFolds folds = GroupFolds.deal(examples, clusterOfRow, 5, 7);
    int[] reversed =
        IntStream.range(0, examples.size()).map(i -> examples.size() - 1 - i).toArray();
    Dataset other = examples.select(reversed);
    GroupFolds ofReversed = GroupFolds.deal(other, clusters.ofRows(other, "test"), 5, 7);
    GroupFolds ofOtherSeed = GroupFolds.deal(examples, clusterOfRow, 5, 8);

    IntStream rows = IntStream.range(0, examples.size());
    assertThat(rows.filter(row -> ofReversed.of(reversed[row]) != folds.of(row))).isEmpty();
    IntStream again = IntStream.range(0, examples.size());
    assertThat(again.filter(row -> ofOtherSeed.of(row) != folds.of(row))).isNotEmpty();
  }

  @Test
  void there_are_no_more_folds_than_groups_and_rows_without_a_group_are_dealt_one_by_one() {
    Dataset few = examples.select(new int[] {0, 60, 120});
    Dataset without = RegimePanel.withGroups(few, Arrays.asList("E0", null, null));

    assertThat(GroupFolds.deal(few, new int[] {0, 0, 0}, 5, 7).count()).isEqualTo(3);
    GroupFolds folds = GroupFolds.deal(without, new int[] {0, -1, -1}, 5, 7);
    assertThat(List.of(folds.of(0), folds.of(1), folds.of(2))).doesNotHaveDuplicates();
  }
}
