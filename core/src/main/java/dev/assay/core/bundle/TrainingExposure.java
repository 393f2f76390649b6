package dev.assay.core.bundle;

import dev.assay.core.example.Dataset;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.fingerprint.StableHash;
import java.time.Instant;
import java.util.Arrays;
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
   * @param validation which of them no weights were fitted to: they only stopped the training, and
   *     calibration and cuts were chosen on them
   */
  record Known(
      HashSet64 ids,
      HashSet64 contents,
      long rows,
      @Nullable Instant from,
      @Nullable Instant to,
      RowHashes validation)
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

    /** The rows that weights were fitted to. */
    public RowHashes learned() {
      return new RowHashes(ids, contents).without(validation);
    }

    /** Whether a row with this id or these inputs was trained on, or validated on. */
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

  /**
   * In how many training rows a content may stand and still identify them. What more rows share,
   * such as the quiet days of a coarse table, is no sign of having seen a certain one.
   */
  int COMMON_ABOVE = 10;

  /** The exposure of a model whose weights were fitted to all rows of a dataset. */
  static Known of(Dataset trained) {
    return of(RowHashes.NONE, trained);
  }

  /**
   * The exposure of a model whose weights were fitted to some rows, and that was picked and decides
   * by others.
   */
  static Known of(Dataset train, Dataset validation) {
    return of(RowHashes.of(validation).without(RowHashes.of(train)), train, validation);
  }

  private static Known of(RowHashes validation, Dataset... seen) {
    int rows = 0;
    for (Dataset dataset : seen) {
      rows += dataset.size();
    }
    long[] ids = new long[rows];
    long[] contents = new long[rows];
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    int next = 0;
    for (Dataset dataset : seen) {
      System.arraycopy(dataset.inputHashes(), 0, contents, next, dataset.size());
      TimeColumn time = dataset.attributes().time().orElse(null);
      for (int row = 0; row < dataset.size(); row++) {
        ids[next++] = StableHash.of(dataset.attributes().id(row));
        if (time != null) {
          from = Math.min(from, time.epochSecond(row));
          to = Math.max(to, time.epochSecond(row));
        }
      }
    }
    boolean dated = from <= to;
    return new Known(
        HashSet64.of(ids),
        HashSet64.of(identifying(contents)),
        rows,
        dated ? Instant.ofEpochSecond(from) : null,
        dated ? Instant.ofEpochSecond(to) : null,
        validation);
  }

  /**
   * The exposure of a model that went on from another one's weights: what it has seen itself, and
   * what the other had seen. Nobody knows it where either is unknown.
   */
  static TrainingExposure union(TrainingExposure own, TrainingExposure earlier) {
    if (earlier instanceof Unknown) {
      return earlier;
    }
    if (own instanceof Known one && earlier instanceof Known other) {
      return new Known(
          one.ids().union(other.ids()),
          one.contents().union(other.contents()),
          one.rows() + other.rows(),
          earliest(one.from(), other.from()),
          latest(one.to(), other.to()),
          one.validation()
              .union(other.validation())
              .without(one.learned())
              .without(other.learned()));
    }
    return own;
  }

  private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }

  private static long[] identifying(long[] contents) {
    Arrays.parallelSort(contents);
    int kept = 0;
    for (int start = 0; start < contents.length; ) {
      int end = start;
      while (end < contents.length && contents[end] == contents[start]) {
        end++;
      }
      if (end - start <= COMMON_ABOVE) {
        contents[kept++] = contents[start];
      }
      start = end;
    }
    return Arrays.copyOf(contents, kept);
  }
}
