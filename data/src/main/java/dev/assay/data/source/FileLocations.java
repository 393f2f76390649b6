package dev.assay.data.source;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of files that were read one after the other. Text files are scanned for lines when asked.
 */
final class FileLocations implements RowLocations {

  private final List<RowFile> files;
  private final int[] firstRows;
  private final @Nullable LineIndex[] lines;

  /** Files and the number of the first row of each. */
  FileLocations(List<RowFile> files, int[] firstRows) {
    this.files = files;
    this.firstRows = firstRows;
    this.lines = new LineIndex[files.size()];
  }

  @Override
  public synchronized String where(int row) {
    int found = Arrays.binarySearch(firstRows, row);
    int at = found >= 0 ? found : -found - 2;
    while (at + 1 < firstRows.length && firstRows[at + 1] == firstRows[at]) {
      at++;
    }
    RowFile file = files.get(at);
    int within = row - firstRows[at];
    if (file.format() == FileFormat.PARQUET) {
      return file.shown() + ": row " + (within + 1);
    }
    LineIndex index = lines[at];
    if (index == null) {
      index = LineIndex.of(file);
      lines[at] = index;
    }
    return file.shown() + ":" + index.line(within);
  }
}
