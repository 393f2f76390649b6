package dev.assay.data.parts;

import dev.assay.core.example.Attributes;
import dev.assay.core.example.Dataset;
import dev.assay.core.problem.Problems;
import dev.assay.data.leak.Duplicates;
import java.util.Arrays;
import java.util.List;

/** One assignment that respects a given split and drops what leaks out of it. */
final class RespectedParts {

  private final Attributes attributes;
  private final PartsPolicy.Given policy;
  private final PartsRecord record;
  private final long[] idHashes;
  private final Links links;

  RespectedParts(
      Dataset dataset, PartsPolicy.Given policy, PartsRecord record, Duplicates duplicates) {
    if (policy.parts().size() != dataset.size()) {
      throw new IllegalArgumentException(
          policy.parts().size() + " given parts for " + dataset.size() + " rows.");
    }
    this.policy = policy;
    this.record = record;
    attributes = dataset.attributes();
    idHashes = attributes.ids().stream().mapToLong(PartsRecord::idHash).toArray();
    links = Links.of(attributes, idHashes, duplicates);
  }

  Assignment assign(String batch) {
    checkUnmoved();
    Part[] parts = new Part[attributes.size()];
    Fate[] fates = new Fate[parts.length];
    Arrays.fill(fates, Fate.KEPT);
    for (int row = 0; row < parts.length; row++) {
      parts[row] = policy.parts().part(row);
    }
    for (int row = 0; row < parts.length; row++) {
      if (leaks(row)) {
        fates[row] = Fate.DROPPED_LEAKING;
      }
    }
    PartsRecord next =
        record.plus(policy.identity(), batch, idHashes, parts, new long[0], new Part[0]);
    return new Assignment(parts, fates, List.of(), next);
  }

  /** Whether a later part, which judges this one, holds a row linked to this row. */
  private boolean leaks(int row) {
    Part part = policy.parts().part(row);
    for (int i = 0; i < links.count(row); i++) {
      if (policy.parts().part(links.neighbour(row, i)).compareTo(part) > 0) {
        return true;
      }
    }
    return false;
  }

  private void checkUnmoved() {
    Problems problems = new Problems();
    for (int row = 0; row < attributes.size(); row++) {
      Part given = policy.parts().part(row);
      int at = record.ids().find(idHashes[row]);
      if (at >= 0 && record.ids().part(at) != given) {
        problems.add(
            "row '" + attributes.id(row) + "'",
            "the given split moves it from "
                + record.ids().part(at).word()
                + " to "
                + given.word()
                + ".",
            "Restore its part, or start a new parts record.");
      }
    }
    problems.throwIfAny();
  }
}
