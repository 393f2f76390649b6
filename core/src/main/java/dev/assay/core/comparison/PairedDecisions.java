package dev.assay.core.comparison;

import dev.assay.core.label.Labels;
import dev.assay.core.statistics.McNemar;
import java.util.ArrayList;
import java.util.List;

/**
 * How often champion and candidate decide a label right on the same rows, those where it is known.
 *
 * @param label the label's name
 * @param bothRight rows that both decide right
 * @param onlyCandidate rows that the candidate alone decides right
 * @param onlyChampion rows that the champion alone decides right
 * @param bothWrong rows that both decide wrong
 */
public record PairedDecisions(
    String label, long bothRight, long onlyCandidate, long onlyChampion, long bothWrong) {

  /** Refuses negative counts. */
  public PairedDecisions {
    if (Math.min(Math.min(bothRight, bothWrong), Math.min(onlyCandidate, onlyChampion)) < 0) {
      throw new IllegalArgumentException(
          "%s: %d right by both, %d and %d by one, %d by none."
              .formatted(label, bothRight, onlyCandidate, onlyChampion, bothWrong));
    }
  }

  /** All rows where the label is known. */
  public long rows() {
    return bothRight + onlyCandidate + onlyChampion + bothWrong;
  }

  /** The test of whether one side is right more often. */
  public McNemar mcNemar() {
    return new McNemar(onlyCandidate, onlyChampion);
  }

  /** The decisions on each label of two sides with the same rows and labels. */
  static List<PairedDecisions> of(Side champion, Side candidate) {
    Labels truth = candidate.predictions().truth();
    boolean[][] theirs = champion.rule().decide(champion.predictions());
    boolean[][] ours = candidate.rule().decide(candidate.predictions());
    List<PairedDecisions> decisions = new ArrayList<>();
    for (int label = 0; label < ours.length; label++) {
      decisions.add(of(truth, label, theirs[label], ours[label]));
    }
    return List.copyOf(decisions);
  }

  private static PairedDecisions of(Labels truth, int label, boolean[] theirs, boolean[] ours) {
    long[] counts = new long[4];
    for (int row = 0; row < ours.length; row++) {
      byte state = truth.state(row, label);
      if (state != Labels.UNKNOWN) {
        boolean positive = state == Labels.POSITIVE;
        counts[(ours[row] == positive ? 1 : 0) | (theirs[row] == positive ? 2 : 0)]++;
      }
    }
    String name = truth.schema().names().get(label);
    return new PairedDecisions(name, counts[3], counts[1], counts[2], counts[0]);
  }
}
