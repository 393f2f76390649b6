package dev.assay.core.example;

import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Examples with a schema: {@code n} rows of attributes, labels and features, columnar and
 * immutable. Features are ordered by name of declaration.
 */
public final class Dataset {

  private final Attributes attributes;
  private final Labels labels;
  private final Map<String, Column> features;

  /**
   * A dataset of these columns.
   *
   * @param features the inputs of a model by name, in order
   * @throws IllegalArgumentException where columns differ in their number of rows
   */
  public Dataset(Attributes attributes, Labels labels, Map<String, ? extends Column> features) {
    this.attributes = attributes;
    this.labels = labels;
    this.features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    if (labels.size() != attributes.size()) {
      throw new IllegalArgumentException(
          labels.size() + " rows of labels for " + attributes.size() + " ids.");
    }
    features.forEach(
        (name, column) -> {
          if (column.size() != attributes.size()) {
            throw new IllegalArgumentException(
                "'" + name + "' has " + column.size() + " rows, not " + attributes.size() + ".");
          }
        });
  }

  /** The number of rows, {@code n}. */
  public int size() {
    return attributes.size();
  }

  /** Ids and attributes. */
  public Attributes attributes() {
    return attributes;
  }

  /** The labels {@code (n, k)}. */
  public Labels labels() {
    return labels;
  }

  /** The label schema. */
  public LabelSchema schema() {
    return labels.schema();
  }

  /** The features by name, in order. */
  public Map<String, Column> features() {
    return features;
  }

  /** The rows given, in that order. */
  public Dataset select(int[] rows) {
    Map<String, Column> selected = new LinkedHashMap<>();
    features.forEach((name, column) -> selected.put(name, column.select(rows)));
    return new Dataset(attributes.select(rows), labels.select(rows), selected);
  }

  /** The same examples with other labels. */
  public Dataset withLabels(Labels other) {
    return new Dataset(attributes, other, features);
  }

  /**
   * A stable 64-bit hash of what a row says, without its id and labels: its features by name, and
   * its group and time where these are declared. Two rows of one hash are one observation.
   */
  public long inputHash(int row) {
    return select(new int[] {row}).inputHashes()[0];
  }

  /** The {@link #inputHash} of every row, length {@code n}, column by column. */
  public long[] inputHashes() {
    long[] hashes = new long[size()];
    for (String name : sortedFeatureNames()) {
      combine(hashes, StableHash.of(name), column(name));
    }
    attributes.group().ifPresent(group -> combine(hashes, StableHash.of("group"), group));
    attributes
        .time()
        .ifPresent(
            time -> {
              for (int row = 0; row < hashes.length; row++) {
                hashes[row] = StableHash.combine(hashes[row], time.epochSecond(row));
              }
            });
    return hashes;
  }

  private static void combine(long[] hashes, long nameHash, Column column) {
    for (int row = 0; row < hashes.length; row++) {
      if (!column.isMissing(row)) {
        long cell = StableHash.combine(nameHash, column.hash(row));
        hashes[row] = StableHash.combine(hashes[row], cell);
      }
    }
  }

  /**
   * The content hash of the dataset: label schema, and ids, inputs and labels of every row,
   * whatever the order of rows and features. 64 lower-case hexadecimal digits.
   */
  public String fingerprint() {
    long[] rowHashes = inputHashes();
    for (int row = 0; row < rowHashes.length; row++) {
      long hash = StableHash.combine(rowHashes[row], StableHash.of(attributes.id(row)));
      for (int label = 0; label < schema().size(); label++) {
        hash = StableHash.combine(hash, labels.state(row, label));
      }
      rowHashes[row] = hash;
    }
    Arrays.parallelSort(rowHashes);
    Sha256 digest = new Sha256().add("dataset").add(schema().fingerprint());
    sortedFeatureNames().forEach(digest::add);
    for (long hash : rowHashes) {
      digest.add(hash);
    }
    return digest.hex();
  }

  private Column column(String name) {
    return Objects.requireNonNull(features.get(name));
  }

  private List<String> sortedFeatureNames() {
    List<String> names = new ArrayList<>(features.keySet());
    Collections.sort(names);
    return names;
  }
}
