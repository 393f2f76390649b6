package dev.assay.core.suite;

import dev.assay.core.fingerprint.Sha256;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A behavioural test set. It is never trained on.
 *
 * @param name the name that gates call it by
 * @param vectors its cases, each id once; a suite without any passes no gate
 */
public record Suite(String name, List<Vector> vectors) {

  /** Copies the vectors and refuses a blank name or an id that stands twice. */
  public Suite {
    vectors = List.copyOf(vectors);
    if (name.isBlank()) {
      throw new IllegalArgumentException("A suite needs a name.");
    }
    Set<String> ids = new HashSet<>();
    for (Vector vector : vectors) {
      if (!ids.add(vector.id())) {
        throw new IllegalArgumentException(
            "The vector '" + vector.id() + "' stands twice in '" + name + "'.");
      }
    }
  }

  /** How many inputs its vectors have together: the rows that are scored, {@code n}. */
  public int rows() {
    return vectors.stream().mapToInt(vector -> vector.inputs().size()).sum();
  }

  /** The fingerprints of its vectors, see {@link Vector#fingerprint}. */
  public SortedSet<String> fingerprints() {
    SortedSet<String> fingerprints = new TreeSet<>();
    vectors.forEach(vector -> fingerprints.add(vector.fingerprint()));
    return fingerprints;
  }

  /** SHA-256 over the ids and contents of the vectors in order, 64 hexadecimal digits. */
  public String fingerprint() {
    Sha256 hash = new Sha256().add("suite");
    vectors.forEach(vector -> hash.add(vector.id()).add(vector.fingerprint()));
    return hash.hex();
  }
}
