package dev.assay.data.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * On which line of a text file each row starts. Lines without a character are no rows; in CSV a
 * line break inside quotes belongs to the row and the first row is the header.
 */
final class LineIndex {

  private final int[] lines;
  private final int rows;

  private LineIndex(int[] lines, int rows) {
    this.lines = lines;
    this.rows = rows;
  }

  /** Scans a CSV or JSON lines file. */
  static LineIndex of(RowFile file) {
    boolean quotes = file.format() == FileFormat.CSV;
    int[] lines = new int[1024];
    int rows = 0;
    int line = 1;
    boolean inQuotes = false;
    boolean inRow = false;
    try (InputStream in = file.open()) {
      byte[] block = new byte[1 << 16];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        for (int i = 0; i < read; i++) {
          byte b = block[i];
          if (b == '\n') {
            line++;
            inRow &= inQuotes;
          } else if (b != '\r') {
            if (!inRow) {
              lines = rows < lines.length ? lines : Arrays.copyOf(lines, 2 * rows);
              lines[rows++] = line;
              inRow = true;
            }
            inQuotes ^= quotes && b == '"';
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.path(), e);
    }
    return quotes
        ? new LineIndex(Arrays.copyOfRange(lines, 1, Math.max(1, rows)), Math.max(0, rows - 1))
        : new LineIndex(lines, rows);
  }

  /** The line of a row, both counted: rows from 0, lines from 1. */
  int line(int row) {
    return lines[Math.min(row, rows - 1)];
  }

  /**
   * The line of the row at or after a byte of the unpacked file, past empty lines; bytes are
   * counted from 0 and lines from 1.
   */
  static long lineOfByte(RowFile file, long offset) {
    long line = 1;
    try (InputStream in = file.open()) {
      byte[] block = new byte[1 << 16];
      long at = 0;
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        for (int i = 0; i < read; i++, at++) {
          boolean lineBreak = block[i] == '\n' || block[i] == '\r';
          if (at >= offset && !lineBreak) {
            return line;
          }
          line += block[i] == '\n' ? 1 : 0;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.path(), e);
    }
    return line;
  }
}
