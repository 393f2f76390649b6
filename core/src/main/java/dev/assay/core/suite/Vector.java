package dev.assay.core.suite;

import dev.assay.core.fingerprint.Sha256;
import java.util.List;
import java.util.TreeMap;

/**
 * One case of a suite.
 *
 * @param id tells it from the others of its suite
 * @param functionality what ability of the model it tests, a free name by which shares are shown
 * @param expectation what is expected
 * @param inputs what the model is shown: the case itself, then what it is held against
 * @param note what else there is to know; empty where there is nothing
 */
public record Vector(
    String id,
    String functionality,
    Expectation expectation,
    List<VectorInput> inputs,
    String note) {

  private static final int DIGITS = 12;

  /** Copies the inputs, and refuses blank names and a number of inputs that does not fit. */
  public Vector {
    inputs = List.copyOf(inputs);
    if (id.isBlank() || functionality.isBlank()) {
      throw new IllegalArgumentException("A vector needs an id and a functionality.");
    }
    if (!expectation.kind().inputs().fit(inputs.size())) {
      throw new IllegalArgumentException(
          "'%s' %s does not take %d inputs.".formatted(id, expectation.words(), inputs.size()));
    }
  }

  /** A vector whose id is made from its content. */
  public static Vector withoutId(
      String functionality, Expectation expectation, List<VectorInput> inputs, String note) {
    return new Vector(
        fingerprint(functionality, expectation, inputs), functionality, expectation, inputs, note);
  }

  /**
   * The first 12 hexadecimal digits of the SHA-256 of what it asks for: functionality, expectation
   * and inputs. Neither id nor note enters.
   */
  public String fingerprint() {
    return fingerprint(functionality, expectation, inputs);
  }

  private static String fingerprint(
      String functionality, Expectation expectation, List<VectorInput> inputs) {
    Sha256 hash = new Sha256().add("vector").add(functionality).add(expectation.words());
    for (VectorInput input : inputs) {
      hash.add("input");
      new TreeMap<>(input.values()).forEach((name, value) -> hash.add(name).add(value));
    }
    return hash.hex().substring(0, DIGITS);
  }
}
