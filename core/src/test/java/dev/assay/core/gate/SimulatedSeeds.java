package dev.assay.core.gate;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.Metric;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Models of one procedure whose F1 in 40 groups depends on their seed, and a gate on the 16 in
 * which the champion was worst on an earlier holdout: 10 of them must gain 0.03.
 *
 * @param ofGroup the standard deviation over seeds of the F1 of one group
 * @param together that of what all groups have in common
 */
record SimulatedSeeds(double ofGroup, double together) {

  private static final int GROUPS = 40;
  private static final int PICKED = 16;
  private static final double TYPICAL_F1 = 0.5;

  /** The standard deviation of an F1 over rows, which comes anew with each holdout. */
  private static final double ROWS = 0.05;

  /** How often a candidate passes that is one more rerun but for a gain in all groups. */
  double passing(int reruns, double gain, int repetitions) {
    Random random = new Random(20260417);
    int passed = 0;
    for (int repetition = 0; repetition < repetitions; repetition++) {
      double[] champion = model(random);
      double[] earlier = onRows(champion, random);
      int[] worst =
          IntStream.range(0, GROUPS)
              .boxed()
              .sorted(Comparator.comparingDouble(group -> earlier[group]))
              .limit(PICKED)
              .mapToInt(Integer::intValue)
              .toArray();
      double[] now = onRows(champion, random);
      Found found = against(now, worst, random, gain);
      for (int rerun = 0; rerun < reruns; rerun++) {
        found.rerun("countries", against(now, worst, random, 0));
      }
      passed += CountCheck.of(gate(worst), found).outcome() == Outcome.PASS ? 1 : 0;
    }
    return (double) passed / repetitions;
  }

  private double[] model(Random random) {
    double common = TYPICAL_F1 + together * random.nextGaussian();
    return IntStream.range(0, GROUPS)
        .mapToDouble(group -> common + ofGroup * random.nextGaussian())
        .toArray();
  }

  private static double[] onRows(double[] model, Random random) {
    return Arrays.stream(model).map(f1 -> f1 + ROWS * random.nextGaussian()).toArray();
  }

  private Found against(double[] champion, int[] worst, Random random, double gain) {
    double[] other = onRows(model(random), random);
    Found found = new Found();
    for (int group : worst) {
      found.add("countries", "f1", group(group), champion[group], other[group] + gain, 50);
    }
    return found;
  }

  private static Subject.Group group(int number) {
    return new Subject.Group("G" + number);
  }

  private static CountGate gate(int[] worst) {
    List<String> names = Arrays.stream(worst).mapToObj(group -> group(group).level()).toList();
    Target target =
        new Target(
            Metric.parse("f1"),
            List.of("countries"),
            new SubjectSelector.NamedGroups(names, "legacy"),
            MinimumSupport.NONE);
    return new CountGate("recovered", target, 0.03, 10, Inconclusive.HOLDS);
  }
}
