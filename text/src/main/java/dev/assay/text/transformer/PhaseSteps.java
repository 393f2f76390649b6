package dev.assay.text.transformer;

import dev.assay.core.fingerprint.StableHash;
import dev.assay.text.tokenise.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The steps of a phase: their batches, which depend on the seed and the epoch alone, and their
 * rates.
 */
final class PhaseSteps {

  private final int[] rows;
  private final LengthBatches batches;
  private final int accumulate;
  private final long seed;
  private final int ofEpoch;
  private final RateSchedule schedule;

  PhaseSteps(Tokens tokens, int[] rows, Phase phase, TransformerSettings settings, long seed) {
    this.rows = rows.clone();
    this.batches = new LengthBatches(tokens, settings.batch());
    this.accumulate = settings.accumulate();
    this.seed = seed;
    this.ofEpoch = (batches.count(rows.length) + accumulate - 1) / accumulate;
    this.schedule = settings.schedule(phase, Math.multiplyExact(phase.epochs(), ofEpoch));
  }

  /** How many steps an epoch has. */
  int ofEpoch() {
    return ofEpoch;
  }

  /**
   * The batches of each step of an epoch.
   *
   * @param epoch counted over the whole training
   */
  List<List<int[]>> batches(int epoch) {
    List<int[]> all = batches.of(rows, new Random(StableHash.combine(seed, epoch)));
    List<List<int[]>> steps = new ArrayList<>();
    for (int from = 0; from < all.size(); from += accumulate) {
      steps.add(List.copyOf(all.subList(from, Math.min(from + accumulate, all.size()))));
    }
    return steps;
  }

  /** The rate of the step at a position. */
  double rate(Position at) {
    return schedule.rate(at.epochOfPhase() * ofEpoch + at.step());
  }
}
