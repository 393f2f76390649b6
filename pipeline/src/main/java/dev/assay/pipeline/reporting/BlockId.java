package dev.assay.pipeline.reporting;

import dev.assay.core.fingerprint.Sha256;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Ids of tables and charts, which are the names of their files too. */
final class BlockId {

  private static final int DIGITS = 6;

  private BlockId() {}

  /**
   * An id for what a kind of block shows of these names. A single plain name stands in it as it is;
   * any other is shortened to plain letters, with digits of a hash that keep two names apart.
   */
  static String of(String kind, String... names) {
    if (names.length == 1 && isPlain(names[0])) {
      return kind + "-" + names[0];
    }
    String all = String.join("\u0000", names);
    String hash = Sha256.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    return joined(kind, plain(String.join("-", names)), hash);
  }

  /** An id for one of several in order; the number alone keeps them apart. */
  static String numbered(String kind, int number, String name) {
    return joined(kind, Integer.toString(number), plain(name));
  }

  private static String joined(String kind, String first, String second) {
    return first.isEmpty()
        ? kind + "-" + second
        : second.isEmpty() ? kind + "-" + first : kind + "-" + first + "-" + second;
  }

  private static boolean isPlain(String name) {
    return name.matches("[a-z0-9]+(-[a-z0-9]+)*");
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
