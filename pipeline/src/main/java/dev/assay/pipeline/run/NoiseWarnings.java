package dev.assay.pipeline.run;

import dev.assay.core.comparison.Question;
import dev.assay.core.gate.ChangeGate;
import dev.assay.core.gate.Check;
import dev.assay.core.gate.Evidence;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.noise.SeedNoise;
import dev.assay.pipeline.trial.ChampionNoise;
import dev.assay.report.document.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Warns of checks on a gain or loss that another seed might have given. */
final class NoiseWarnings {

  private NoiseWarnings() {}

  /** The warnings, in the order of the checks. */
  static List<String> of(List<Check> checks, ChampionNoise noise) {
    List<String> warnings = new ArrayList<>();
    for (Check check : checks) {
      if (check.gate() instanceof ChangeGate gate) {
        for (Evidence evidence : check.evidence()) {
          warning(gate, evidence, noise).ifPresent(warnings::add);
        }
      }
    }
    return warnings;
  }

  private static Optional<String> warning(ChangeGate gate, Evidence evidence, ChampionNoise noise) {
    Metric metric = gate.target().metric();
    String holdout = evidence.place().holdout();
    Question question = new Question(metric, evidence.place().subject());
    if (!(evidence.figures().difference() instanceof MetricValue.Defined(double change))
        || change == 0) {
      return Optional.empty();
    }
    return noise
        .of(holdout, question)
        .filter(seeds -> seeds.covers(change))
        .map(seeds -> words(gate, holdout, change, seeds));
  }

  private static String words(ChangeGate gate, String holdout, double change, SeedNoise noise) {
    Metric metric = gate.target().metric();
    String direction = (change > 0) == metric.higherIsBetter() ? "gain" : "loss";
    return "%s: a %s of %s in %s on %s is within the noise of seeds, %s"
        .formatted(
            gate.name(),
            direction,
            Cell.number(Math.abs(change)).shown(),
            metric.name(),
            holdout,
            noise.words());
  }
}
