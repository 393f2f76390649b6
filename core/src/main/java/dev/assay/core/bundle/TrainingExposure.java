package dev.assay.core.bundle;

import dev.assay.core.example.Dataset;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.fingerprint.StableHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a model has seen in training, so that rows that it learnt from can be taken out of every
 * comparison that it takes part in.
 */
public sealed interface TrainingExposure {

  /**
   * The rows are known.
   *
   * @param ids {@link StableHash#of(CharSequence) hashes} of their ids
   * @param contents {@link Dataset#inputHash hashes} of their inputs, which find the same content
   *     under another id
   * @param rows how many rows there were
   * @param from the time of the earliest row; null where the rows have no time
   * @param to the time of the latest row; null where the rows have no time
   */
  record Known(
      HashSet64 ids, HashSet64 contents, long rows, @Nullable Instant from, @Nullable Instant to)
      implements TrainingExposure {

    /** Checks that counts and times fit. */
    public Known {
      if (rows < ids.size() || rows < contents.size()) {
        throw new IllegalArgumentException(
            "%d rows have at most as many ids and contents, not %d and %d."
                .formatted(rows, ids.size(), contents.size()));
      }
      if ((from == null) != (to == null) || (from != null && from.isAfter(to))) {
        throw new IllegalArgumentException("No span of time: " + from + " to " + to + ".");
      }
    }

    /** Whether a row with this id or these inputs was trained on. */
    public boolean contains(CharSequence id, long inputHash) {
      return ids.contains(StableHash.of(id)) || contents.contains(inputHash);
    }
  }

  /**
   * Nobody knows, as with a model from elsewhere.
   *
   * @param reason why, in words that can stand in a verdict
   */
  record Unknown(String reason) implements TrainingExposure {
    /** Checks that there is a reason. */
    public Unknown {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("An unknown exposure needs a reason.");
      }
    }
  }

  /** The exposure of a model that was trained on all rows of a dataset. */
  static Known of(Dataset trainedOn) {
    int rows = trainedOn.size();
    long[] ids = new long[rows];
    long[] contents = new long[rows];
    for (int row = 0; row < rows; row++) {
      ids[row] = StableHash.of(trainedOn.attributes().id(row));
      contents[row] = trainedOn.inputHash(row);
    }
    TimeColumn time = trainedOn.attributes().time().orElse(null);
    if (time == null || rows == 0) {
      return new Known(HashSet64.of(ids), HashSet64.of(contents), rows, null, null);
    }
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (int row = 0; row < rows; row++) {
      from = Math.min(from, time.epochSecond(row));
      to = Math.max(to, time.epochSecond(row));
    }
    return new Known(
        HashSet64.of(ids),
        HashSet64.of(contents),
        rows,
        Instant.ofEpochSecond(from),
        Instant.ofEpochSecond(to));
  }
}
