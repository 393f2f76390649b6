package dev.assay.trees.average;

import dev.assay.trees.internal.PartDocument;
import dev.assay.trees.internal.SchemaDocument;
import java.util.List;

/**
 * What is stored beside the files of the members.
 *
 * @param labels the label schema, that of every member
 * @param members the members in order
 */
record AverageDocument(SchemaDocument labels, List<PartDocument> members) {

  static final String FILE = "average.json";

  AverageDocument {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("An average has members.");
    }
  }
}
