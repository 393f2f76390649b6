package dev.assay.pipeline.reporting;

import dev.assay.core.ledger.Agreement;
import dev.assay.core.ledger.ExpectedEffect;
import dev.assay.core.ledger.MeasuredEffect;
import dev.assay.pipeline.trial.CompletedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An effect that was expected or measured, or both.
 *
 * @param metric the name of the metric
 * @param holdout the name of the set
 * @param expected what was expected, frozen before training
 * @param measured what was measured
 */
record EffectPair(
    String metric,
    String holdout,
    Optional<ExpectedEffect> expected,
    Optional<MeasuredEffect> measured) {

  /** The effects of a run: those expected in their order, then those that were measured besides. */
  static List<EffectPair> of(CompletedRun run) {
    List<EffectPair> pairs = new ArrayList<>();
    List<MeasuredEffect> unexpected = new ArrayList<>(run.measured());
    for (ExpectedEffect effect : run.experiment().expected()) {
      Optional<MeasuredEffect> found =
          run.measured().stream()
              .filter(one -> one.metric().equals(effect.metric()))
              .filter(one -> one.holdout().equals(effect.holdout()))
              .findFirst();
      found.ifPresent(unexpected::remove);
      pairs.add(new EffectPair(effect.metric(), effect.holdout(), Optional.of(effect), found));
    }
    for (MeasuredEffect effect : unexpected) {
      pairs.add(
          new EffectPair(effect.metric(), effect.holdout(), Optional.empty(), Optional.of(effect)));
    }
    return pairs;
  }

  /** How what was measured compares with what was expected; undecided where one is missing. */
  Agreement agreement() {
    return expected.isPresent() && measured.isPresent()
        ? expected.get().agreementWith(measured.get())
        : Agreement.UNDECIDED;
  }
}
