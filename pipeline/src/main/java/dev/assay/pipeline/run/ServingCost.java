package dev.assay.pipeline.run;

import dev.assay.core.example.Dataset;
import dev.assay.core.gate.CostGate;
import dev.assay.core.gate.Gate;
import dev.assay.core.metric.MetricValue;
import dev.assay.pipeline.scoring.Scorer;
import java.util.Arrays;
import java.util.List;

/**
 * What serving a candidate costs.
 *
 * @param p95Milliseconds the 95th percentile of the time for one row, in milliseconds; undefined
 *     where no gate asks for it, since no two measurements are equal
 * @param bytes the size of the files that are served
 */
record ServingCost(MetricValue p95Milliseconds, MetricValue bytes) {

  private static final int WARM_UP = 200;
  private static final int REQUESTS = 500;

  /** Measures what gates ask for, one row a request. */
  static ServingCost measure(Scorer served, Dataset examples, List<Gate> gates) {
    boolean timed =
        gates.stream()
            .anyMatch(
                gate -> gate instanceof CostGate cost && cost.cost() == CostGate.Cost.P95_LATENCY);
    MetricValue p95 =
        timed
            ? MetricValue.of(p95(served, examples))
            : MetricValue.undefined("no gate asks for it");
    return new ServingCost(p95, MetricValue.of((double) served.model().files().bytes()));
  }

  private static double p95(Scorer served, Dataset examples) {
    long[] nanos = new long[REQUESTS];
    for (int i = -WARM_UP; i < REQUESTS; i++) {
      Dataset row = examples.select(new int[] {Math.floorMod(i, examples.size())});
      long start = System.nanoTime();
      served.predict(row);
      long spent = System.nanoTime() - start;
      if (i >= 0) {
        nanos[i] = spent;
      }
    }
    Arrays.sort(nanos);
    return nanos[(int) Math.ceil(0.95 * REQUESTS) - 1] / 1e6;
  }
}
