package dev.assay.report.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
    blocksOf(sections, Block.Folded.class)
        .flatMap(folded -> folded.tables().stream())
        .forEach(table -> requireNew(ids, table.id()));
  }

  /** The tables and charts of all sections in the order of reading, without folded ones. */
  public List<Block.Tabular> tabular() {
    return tabularOf(sections);
  }

  private static List<Block.Tabular> tabularOf(List<Section> sections) {
    return blocksOf(sections, Block.Tabular.class).toList();
  }

  private static <B extends Block> Stream<B> blocksOf(List<Section> sections, Class<B> kind) {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private static void requireNew(Set<String> ids, String id) {
    if (!ids.add(id)) {
      throw new IllegalArgumentException("Two parts of the report have the id '" + id + "'.");
    }
  }
}
