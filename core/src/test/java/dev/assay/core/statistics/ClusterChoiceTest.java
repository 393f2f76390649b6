package dev.assay.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.TimeColumn;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClusterChoiceTest {

  @Test
  void declared_groups_are_the_clusters_and_rows_without_one_stand_alone() {
    Attributes attributes =
        ids(5).group(CategoricalColumn.of(Arrays.asList("IR", null, "IR", null, "CN"))).build();
    ClusterChoice choice = ClusterChoice.across(attributes, 7);
    assertThat(choice.kind()).isEqualTo(ClusterChoice.Kind.GROUPS);
    assertThat(choice.words()).isEqualTo("4 groups");
    assertThat(choice.clusters().of(0)).isEqualTo(choice.clusters().of(2));
    assertThat(choice.clusters().of(1)).isNotEqualTo(choice.clusters().of(3));
  }

  @Test
  void without_groups_days_within_a_horizon_are_drawn_together() {
    ClusterChoice choice = ClusterChoice.across(ids(30).time(days(30)).build(), 10);
    assertThat(choice.words()).isEqualTo("3 blocks of 10 days");
    assertThat(ClusterChoice.across(ids(28).time(days(28)).build(), 2).words())
        .isEqualTo("4 blocks of 7 days");
  }

  @Test
  void dated_rows_without_a_horizon_are_independent() {
    assertThat(ClusterChoice.across(ids(30).time(days(30)).build(), 0).words())
        .isEqualTo("30 rows");
  }

  @Test
  void a_single_group_is_divided_by_time_or_row() {
    Attributes attributes =
        ids(28)
            .group(CategoricalColumn.of(IntStream.range(0, 28).mapToObj(i -> "IR").toList()))
            .time(days(28))
            .build();
    assertThat(ClusterChoice.within(attributes, 7).words()).isEqualTo("4 blocks of 7 days");
    assertThat(ClusterChoice.within(attributes, 0).words()).isEqualTo("28 rows");
  }

  private static Attributes.Builder ids(int n) {
    List<String> ids = IntStream.range(0, n).mapToObj(i -> "row-" + i).toList();
    return Attributes.of(ids);
  }

  private static TimeColumn days(int n) {
    return TimeColumn.takeOver(
        LongStream.range(0, n).map(day -> (700 + day) * TimeColumn.DAY).toArray());
  }
}
