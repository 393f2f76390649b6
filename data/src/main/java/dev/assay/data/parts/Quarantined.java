package dev.assay.data.parts;

import java.util.Objects;

/**
 * A row that is in no part because it links two of them.
 *
 * @param id the row
 * @param reason which rows it links, in words
 */
public record Quarantined(String id, String reason) {
  /** Checks that both are there. */
  public Quarantined {
    Objects.requireNonNull(id, "id");
    if (reason.isBlank()) {
      throw new IllegalArgumentException("A quarantined row needs a reason.");
    }
  }
}
