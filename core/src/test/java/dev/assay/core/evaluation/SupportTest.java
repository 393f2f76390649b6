package dev.assay.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupportTest {

  private static final List<String> IDS = List.of("a", "b", "c", "d", "e");
  private static final Labels LABELS =
      Labels.ofColumns(
          LabelSchema.binary("y"),
          new byte[][] {
            {Labels.POSITIVE, Labels.POSITIVE, Labels.UNKNOWN, Labels.POSITIVE, Labels.NEGATIVE}
          });

  @Test
  void positives_of_neighbouring_days_of_a_group_are_one_event() {
    long[] times = {0, TimeColumn.DAY, 2 * TimeColumn.DAY, 3 * TimeColumn.DAY, 4 * TimeColumn.DAY};
    Attributes attributes =
        Attributes.of(IDS)
            .group(CategoricalColumn.of(List.of("g", "g", "g", "g", "g")))
            .time(TimeColumn.takeOver(times))
            .build();
    assertThat(Support.of(attributes, LABELS, 0)).isEqualTo(new Support(4, 3, 2));
  }

  @Test
  void without_group_and_time_every_positive_is_an_event() {
    Attributes attributes = Attributes.of(IDS).build();
    assertThat(Support.of(attributes, LABELS, 0)).isEqualTo(new Support(4, 3, 3));
  }
}
