package dev.assay.data.parts;

import dev.assay.core.example.Dataset;
import dev.assay.data.leak.Duplicates;

/** Assigns examples to parts. */
public final class PartsAssignment {

  private PartsAssignment() {}

  /**
   * Assigns every row of a dataset.
   *
   * @param dataset the rows, without those of holdouts
   * @param policy how parts come about
   * @param record what was assigned before, {@link PartsRecord#none()} the first time
   * @param duplicates the near-duplicates among the rows, which stay together
   * @param batch a name for the ids that are new, such as the as-of day
   * @throws dev.assay.core.problem.InvalidInputException where the record was made under a policy of
   *     another identity, or a given split moves ids that are on record to other parts
   */
  public static Assignment assign(
      Dataset dataset,
      PartsPolicy policy,
      PartsRecord record,
      Duplicates duplicates,
      String batch) {
    throw new UnsupportedOperationException("Not there yet.");
  }
}
