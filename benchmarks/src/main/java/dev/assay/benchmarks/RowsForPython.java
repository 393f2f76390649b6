package dev.assay.benchmarks;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes examples for {@code leftout.py}: a file per column, little-endian floats, named by its
 * number and {@code q} for numbers or {@code c} for codes of levels; {@code y} is the label and
 * {@code g} the code of the group.
 */
final class RowsForPython {

  private RowsForPython() {}

  static void write(Dataset examples, Path folder) {
    try {
      Files.createDirectories(folder);
      int number = 0;
      for (Column column : examples.features().values()) {
        write(folder.resolve("%02d%s".formatted(number++, kind(column))), column.size(), column);
      }
      CategoricalColumn groups = examples.attributes().group().orElseThrow();
      write(folder.resolve("g"), groups.size(), groups);
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(folder.resolve("y")))) {
        for (int row = 0; row < examples.size(); row++) {
          out.write(bytes(examples.labels().state(row, 0)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String kind(Column column) {
    return column instanceof CategoricalColumn ? "c" : "q";
  }

  private static void write(Path file, int rows, Column column) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (int row = 0; row < rows; row++) {
        out.write(bytes(value(column, row)));
      }
    }
  }

  private static float value(Column column, int row) {
    if (column.isMissing(row)) {
      return Float.NaN;
    }
    return switch (column) {
      case CategoricalColumn codes -> codes.code(row);
      case NumericColumn numbers -> numbers.value(row);
      default -> throw new IllegalArgumentException("No numbers: " + column);
    };
  }

  private static byte[] bytes(float value) {
    return ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
  }
}
