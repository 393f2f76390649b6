package dev.assay.data.source;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import java.util.List;
import java.util.Optional;

/**
 * A dataset as it was read.
 *
 * @param dataset the examples, {@code n} rows
 * @param givenParts the given split, {@code n} rows with the levels {@link #PARTS}, where a part
 *     column is declared
 * @param facts what reading showed
 * @param locations where each of the {@code n} rows stands, for messages
 */
public record LoadedDataset(
    Dataset dataset,
    Optional<CategoricalColumn> givenParts,
    SourceFacts facts,
    RowLocations locations) {

  /** The levels of a given split, whatever words the column used. */
  public static final List<String> PARTS = List.of("train", "validation", "test");
}
