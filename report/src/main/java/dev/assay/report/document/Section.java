package dev.assay.report.document;

import java.util.List;

/**
 * A section of a report.
 *
 * @param id lower-case words joined by hyphens, unique in the report
 */
public record Section(String id, String title, List<Block> blocks) {

  /** Checks the id and copies the list. */
  public Section {
    requireId(id);
    blocks = List.copyOf(blocks);
  }

  static void requireId(String id) {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "Not lower-case words joined by hyphens, as an id is: '" + id + "'.");
    }
  }
}
