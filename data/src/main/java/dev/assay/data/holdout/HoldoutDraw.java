package dev.assay.data.holdout;

import dev.assay.core.example.Dataset;

/**
 * A seeded draw of rows for a frozen holdout. Only rows with a known label are drawn.
 *
 * <p>The rows come out of {@link DrawBlocks blocks}: training loses the days around every row of a
 * holdout, and rows strewn over all groups and weeks would leave it nearly nothing. Equal rows,
 * settings and seed give the same draw, whatever the order of rows.
 */
public sealed interface HoldoutDraw permits RowDraw, BlockDraw {

  /** The days of a block unless something else is asked for: eight weeks. */
  int STANDARD_BLOCK_DAYS = 56;

  /**
   * The numbers of the rows drawn, ascending.
   *
   * @throws dev.assay.core.problem.InvalidInputException where the dataset cannot give what is
   *     asked for
   */
  int[] from(Dataset dataset);

  /** What is drawn, in words. */
  String words();
}
