package dev.assay.report.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

  /** Copies the lists and refuses an id that occurs twice. */
  public Document {
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
    Set<String> ids = new HashSet<>();
    for (Section section : sections) {
      requireNew(ids, section.id());
    }
    for (Block.Tabular block : tabularOf(sections)) {
      requireNew(ids, block.id());
    }
  }

  /** The tables and charts of all sections in the order of reading. */
  public List<Block.Tabular> tabular() {
    return tabularOf(sections);
  }

  private static List<Block.Tabular> tabularOf(List<Section> sections) {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .filter(Block.Tabular.class::isInstance)
        .map(Block.Tabular.class::cast)
        .toList();
  }

  private static void requireNew(Set<String> ids, String id) {
    if (!ids.add(id)) {
      throw new IllegalArgumentException("Two parts of the report have the id '" + id + "'.");
    }
  }
}
