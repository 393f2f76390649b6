package dev.assay.data.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.core.problem.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldoutDrawTest {

  private static final int GROUPS = 20;
  private static final int DAYS = 280;

  /** One row in seven has an unknown label, one in ten of the others is positive. */
  private static final Dataset PANEL = panel();

  @Test
  void the_draw_has_the_rows_and_positives_asked_for() {
    Dataset drawn = PANEL.select(draw(300, 0.2, 7).from(PANEL));
    assertThat(drawn.size()).isEqualTo(300);
    assertThat(drawn.labels().known(0)).isEqualTo(300);
    assertThat(drawn.labels().positives(0)).isEqualTo(60);
  }

  @Test
  void without_a_rate_the_rows_come_as_the_blocks_hold_them() {
    HoldoutDraw draw = new RowDraw(400, OptionalDouble.empty(), 56, 7);
    Dataset drawn = PANEL.select(draw.from(PANEL));
    assertThat(drawn.size()).isEqualTo(400);
    assertThat(drawn.labels().positives(0)).isBetween(20, 60);
  }

  @Test
  void the_rows_come_out_of_few_blocks() {
    Set<String> blocks =
        Arrays.stream(draw(200, 0.1, 7).from(PANEL))
            .mapToObj(row -> row / DAYS + ":" + (row % DAYS) / 56)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(blocks).hasSizeLessThan(GROUPS * (DAYS / 56) / 4);
  }

  @Test
  void a_seed_decides_the_draw_and_the_order_of_rows_does_not() {
    int[] backwards = IntStream.range(0, PANEL.size()).map(i -> PANEL.size() - 1 - i).toArray();
    Dataset reversed = PANEL.select(backwards);
    assertThat(ids(reversed, draw(200, 0.1, 7))).isEqualTo(ids(PANEL, draw(200, 0.1, 7)));
    assertThat(ids(PANEL, draw(200, 0.1, 8))).isNotEqualTo(ids(PANEL, draw(200, 0.1, 7)));
  }

  @Test
  void a_draw_that_cannot_be_met_says_what_there_is() {
    assertThatThrownBy(() -> draw(1_000, 0.9, 7).from(PANEL))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("480 positives and 4,320 negatives")
        .hasMessageContaining("900 and 100");
  }

  @Test
  void whole_blocks_are_drawn_with_all_their_known_rows() {
    int[] rows = new BlockDraw(0.25, 56, 7).from(PANEL);
    Map<Integer, Long> rowsOfBlock =
        Arrays.stream(rows)
            .boxed()
            .collect(Collectors.groupingBy(row -> row / 56, Collectors.counting()));
    assertThat(rowsOfBlock).hasSizeBetween(12, 38);
    assertThat(rowsOfBlock.values()).allMatch(known -> known == 56 * 6 / 7);
  }

  @Test
  void a_longer_panel_gives_the_same_blocks_and_more() {
    int[] early = IntStream.range(0, PANEL.size()).filter(row -> row % DAYS < DAYS - 56).toArray();
    HoldoutDraw draw = new BlockDraw(0.25, 56, 7);
    assertThat(ids(PANEL, draw)).containsAll(ids(PANEL.select(early), draw));
  }

  @Test
  void a_share_that_draws_no_block_is_refused() {
    assertThatThrownBy(() -> new BlockDraw(1e-6, 56, 7).from(PANEL))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no block");
  }

  private static HoldoutDraw draw(int rows, double positiveRate, long seed) {
    return new RowDraw(rows, OptionalDouble.of(positiveRate), 56, seed);
  }

  private static Set<String> ids(Dataset dataset, HoldoutDraw draw) {
    return new TreeSet<>(dataset.select(draw.from(dataset)).attributes().ids());
  }

  private static Dataset panel() {
    int rows = GROUPS * DAYS;
    byte[][] states = new byte[1][rows];
    int[] groups = new int[rows];
    long[] times = new long[rows];
    for (int row = 0; row < rows; row++) {
      groups[row] = row / DAYS;
      times[row] = TimeColumn.DAY * (56L * 300 + row % DAYS);
      states[0][row] =
          row % 7 == 0 ? Labels.UNKNOWN : row % 70 / 7 == 3 ? Labels.POSITIVE : Labels.NEGATIVE;
    }
    List<String> names = IntStream.range(0, GROUPS).mapToObj(i -> "g" + i).toList();
    Attributes attributes =
        Attributes.of(IntStream.range(0, rows).mapToObj(i -> "r" + i).toList())
            .group(CategoricalColumn.takeOver(groups, names))
            .time(TimeColumn.takeOver(times))
            .build();
    return new Dataset(attributes, Labels.ofColumns(LabelSchema.binary("y"), states), Map.of());
  }
}
