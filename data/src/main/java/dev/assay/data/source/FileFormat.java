package dev.assay.data.source;

import java.util.Locale;
import java.util.Optional;

/** How a file holds rows, told by its name. */
enum FileFormat {
  CSV,
  JSON_LINES,
  PARQUET;

  static Optional<FileFormat> of(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    String plain = isPacked(path) ? name.substring(0, name.length() - ".gz".length()) : name;
    if (plain.endsWith(".csv") || plain.endsWith(".tsv")) {
      return Optional.of(CSV);
    }
    if (plain.endsWith(".jsonl") || plain.endsWith(".ndjson")) {
      return Optional.of(JSON_LINES);
    }
    return name.endsWith(".parquet") ? Optional.of(PARQUET) : Optional.empty();
  }

  static boolean isPacked(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".gz");
  }
}
