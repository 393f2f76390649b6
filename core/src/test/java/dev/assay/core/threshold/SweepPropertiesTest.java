package dev.assay.core.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.label.Labels;
import dev.assay.core.label.TaskKind;
import dev.assay.core.metric.RankedScores;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.RandomPredictions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The sweep against an oracle that tries every cut by counting all rows again. */
class SweepPropertiesTest {

  @Provide
  Arbitrary<Objective> objectives() {
    return Arbitraries.of(
        new Objective.FBeta(1),
        new Objective.FBeta(0.5),
        new Objective.RecallAtLeast(0.7),
        new Objective.PrecisionAtLeast(0.6),
        new Objective.Cost(1, 4));
  }

  @Provide
  Arbitrary<Bounds> bounds() {
    return Arbitraries.of(
        Bounds.ANY, new Bounds(0.2, 0.6), new Bounds(0.5, 0.5), new Bounds(0.9, 1));
  }

  private static double merit(Objective objective, Predictions rows, int[] weights, double cut) {
    long[] counts = new long[4];
    for (int row = 0; row < rows.size(); row++) {
      byte state = rows.truth().state(row, 0);
      if (state != Labels.UNKNOWN) {
        boolean decided = rows.scores().score(row, 0) >= cut;
        counts[(state == Labels.POSITIVE ? 0 : 1) + (decided ? 0 : 2)] += weights[row];
      }
    }
    return objective.merit(counts[0], counts[1], counts[2], counts[3]);
  }

  /** Every score, every middle between two, both ends and the bounds. */
  private static List<Double> cuts(Predictions rows, Bounds bounds) {
    TreeSet<Double> edges = new TreeSet<>(List.of(0.0, 1.0, bounds.low(), bounds.high()));
    for (int row = 0; row < rows.size(); row++) {
      edges.add((double) rows.scores().score(row, 0));
    }
    TreeSet<Double> cuts = new TreeSet<>(edges);
    for (double edge : edges) {
      Double next = edges.higher(edge);
      if (next != null) {
        cuts.add((edge + next) / 2);
      }
    }
    return cuts.stream().filter(bounds::contains).toList();
  }

  @Property(seed = "21", tries = 400)
  void the_sweep_finds_what_trying_every_cut_finds(
      @ForAll("objectives") Objective objective,
      @ForAll("bounds") Bounds bounds,
      @ForAll @IntRange(min = 0, max = 30) int n,
      @ForAll boolean weighted,
      @ForAll long seed) {
    Predictions rows = RandomPredictions.of(TaskKind.BINARY, n, seed);
    int[] weights =
        weighted
            ? new Random(seed).ints(n, 0, 3).toArray()
            : IntStream.generate(() -> 1).limit(n).toArray();
    RankedScores ranked = RankedScores.of(rows.truth(), rows.scores(), 0);
    Optional<Plateau> found = Sweep.best(ranked, objective::merit, bounds, weights);
    OptionalDouble best =
        cuts(rows, bounds).stream()
            .mapToDouble(cut -> merit(objective, rows, weights, cut))
            .filter(merit -> !Double.isNaN(merit))
            .max();
    assertThat(found.isPresent()).isEqualTo(best.isPresent());
    if (found.isPresent()) {
      double cut = found.get().cut();
      assertThat(bounds.contains(cut)).isTrue();
      assertThat(merit(objective, rows, weights, cut)).isCloseTo(best.getAsDouble(), within(1e-12));
      assertThat(merit(objective, rows, weights, found.get().high()))
          .isCloseTo(best.getAsDouble(), within(1e-12));
    }
  }
}
