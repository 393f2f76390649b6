package dev.assay.data.source;

import dev.assay.core.example.Dataset;
import dev.assay.core.problem.Problems;
import java.util.List;

/**
 * A declaration that is made once it is known which columns there are, with checks of its own. What
 * these find is reported together with what the reader finds.
 */
public interface DeferredSource {

  /**
   * The declaration for these columns.
   *
   * @param columns the names of the columns in order
   * @param problems takes what is wrong with them; then no row is read
   */
  DatasetSource declare(List<String> columns, Problems problems);

  /** Checks the rows. */
  void check(Dataset rows, RowLocations locations, Problems problems);
}
