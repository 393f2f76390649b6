package dev.assay.core.gate;

import java.util.List;

/**
 * So many of the subjects must get better by so much. Since each figure moves by chance too, the
 * count must be beyond what reruns of the champion with other seeds reach, see {@link
 * dev.assay.core.statistics.Reruns}; where fewer than 5 of them are on record, it is inconclusive.
 * They share the champion with the candidate, and with it what is lucky and unlucky about that one:
 * where its worst groups were picked, more than half of them may improve in any rerun.
 *
 * @param name the gate's name
 * @param target what is looked at
 * @param improveBy by how much a subject must get better to count, {@code >= 0}
 * @param countAtLeast how many must, at least 1
 * @param inconclusive which way it falls when the evidence does not suffice
 */
public record CountGate(
    String name, Target target, double improveBy, int countAtLeast, Inconclusive inconclusive)
    implements Gate {

  /** Refuses a count of none and a metric that is neither good nor bad. */
  public CountGate {
    ChangeGate.checkSense(target);
    if (countAtLeast < 1) {
      throw new IllegalArgumentException("At least " + countAtLeast + " must improve.");
    }
    ChangeLimit.gainAtLeast(improveBy);
  }

  @Override
  public List<String> holdouts() {
    return target.holdouts();
  }

  @Override
  public String words() {
    return "%s must gain at least %s in at least %d"
        .formatted(Words.of(target), Words.plain(improveBy), countAtLeast);
  }
}
