package dev.assay.report.document;

import java.util.List;

/**
 * A section of a report.
 *
 * @param id lower-case words joined by hyphens, unique in the report
 */
public record Section(String id, String title, List<Block> blocks) {

  /** Copies the list. */
  public Section {
    blocks = List.copyOf(blocks);
  }
}
