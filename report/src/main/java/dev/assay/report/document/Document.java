package dev.assay.report.document;

import java.util.List;

/**
 * A report: the headline first, then sections in the order of reading.
 *
 * @param title what it is about, such as the experiment's name
 * @param subtitle when and on what, one line
 * @param headline the outcome in a word or two, such as {@code Promoted}
 * @param tone how the outcome is meant
 * @param summary why, in one to three sentences
 * @param facts the handful of figures that stand beside the headline
 */
public record Document(
    String title,
    String subtitle,
    String headline,
    Tone tone,
    String summary,
    List<Block.Fact> facts,
    List<Section> sections) {

  /** Copies the lists. */
  public Document {
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
  }
}
