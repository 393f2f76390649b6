package dev.assay.core.evaluation;

import dev.assay.core.example.Attributes;
import dev.assay.core.label.Labels;
import java.util.Arrays;

/**
 * How much evidence stands behind the figures of a subject.
 *
 * <p>For a subject of one label {@code rows} are those where it is known. For one of several labels
 * {@code rows} are those where any is known, and positives and events are summed over the labels.
 *
 * @param rows rows whose truth is known
 * @param positives positives among them
 * @param events independent events among the positives: distinct values of the event column where
 *     one is declared (a positive without one is an event of its own), else runs of positives of
 *     one group on neighbouring days where group and time are declared, else the positives
 */
public record Support(long rows, long positives, long events) {

  /** The support of one label, by its number, in examples. */
  public static Support of(Attributes attributes, Labels labels, int label) {
    int[] events = new Events(attributes).among(row -> labels.state(row, label) == Labels.POSITIVE);
    long count = 1L + Arrays.stream(events).max().orElse(Events.NONE);
    return new Support(labels.known(label), labels.positives(label), count);
  }

  /** Refuses counts that cannot be. */
  public Support {
    if (rows < 0 || positives < 0 || events < 0 || events > positives) {
      throw new IllegalArgumentException(
          rows + " rows, " + positives + " positives, " + events + " events cannot be.");
    }
  }
}
