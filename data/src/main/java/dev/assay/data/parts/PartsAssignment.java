package dev.assay.data.parts;

import dev.assay.core.example.Dataset;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.data.leak.Duplicates;

/**
 * Assigns examples to parts.
 *
 * <p>What is on record stays where it is. A new row goes where its unit is; its near-duplicates and
 * the example that it was derived from count to its unit. Where none of them has a part yet, the
 * seeded hash decides, balanced for rare labels. Nothing depends on the order of rows.
 */
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
   * @throws InvalidInputException where the record was made under a policy of another identity, a
   *     given split moves ids that are on record to other parts, or a column is missing that the
   *     units need
   */
  public static Assignment assign(
      Dataset dataset,
      PartsPolicy policy,
      PartsRecord record,
      Duplicates duplicates,
      String batch) {
    if (!record.isEmpty() && !record.policy().equals(policy.identity())) {
      throw new InvalidInputException(
          "parts",
          "the parts on record were "
              + record.policy()
              + ", now they are asked for as "
              + policy.identity()
              + ".",
          "Keep the policy, or start a new parts record; ids will then change their parts.");
    }
    return switch (policy) {
      case PartsPolicy.Dealt dealt ->
          new DealtParts(dataset, dealt, record, duplicates).assign(batch);
      case PartsPolicy.Given given ->
          new RespectedParts(dataset, given, record, duplicates).assign(batch);
    };
  }
}
