package dev.assay.pipeline.scoring;

import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.prediction.Predictions;
import java.util.Arrays;

/** The hash of scores by id, whatever the order of rows: the same scores, bit for bit, or not. */
public final class ScoresHash {

  private ScoresHash() {}

  /** The hash of the scores of these rows. */
  public static String of(Predictions predictions) {
    long[] rows = new long[predictions.size()];
    for (int row = 0; row < rows.length; row++) {
      long hash = StableHash.of(predictions.attributes().id(row));
      for (int label = 0; label < predictions.schema().size(); label++) {
        hash =
            StableHash.combine(hash, Float.floatToIntBits(predictions.scores().score(row, label)));
      }
      rows[row] = hash;
    }
    Arrays.parallelSort(rows);
    Sha256 digest = new Sha256().add("scores").add(predictions.schema().fingerprint());
    for (long row : rows) {
      digest.add(row);
    }
    return digest.hex();
  }
}
