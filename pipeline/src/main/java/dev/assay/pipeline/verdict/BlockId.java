package dev.assay.pipeline.verdict;

import dev.assay.core.fingerprint.Sha256;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Ids of tables and charts, which are the names of their files too. */
public final class BlockId {

  private static final int DIGITS = 6;

  private BlockId() {}

  /**
   * An id for what a kind of block shows of these names. Plain names stand in it as they are, with
   * hyphens for underscores; others are shortened to plain letters, and digits of a hash keep two
   * of them apart.
   */
  public static String of(String kind, String... names) {
    String readable = plain(String.join("-", names));
    if (arePlain(List.of(names))) {
      return kind + "-" + readable;
    }
    String all = String.join("\u0000", names);
    String hash = Sha256.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    return joined(kind, readable, hash);
  }

  /** An id for one of several in order; the number alone keeps them apart. */
  public static String numbered(String kind, int number, String name) {
    return joined(kind, Integer.toString(number), plain(name));
  }

  private static String joined(String kind, String first, String second) {
    return String.join(
        "-", List.of(kind, first, second).stream().filter(part -> !part.isEmpty()).toList());
  }

  /** Only the last may have underscores, so that no two lists of names share an id. */
  private static boolean arePlain(List<String> names) {
    int last = names.size() - 1;
    return names.subList(0, last).stream().allMatch(name -> name.matches("[a-z0-9]+"))
        && names.get(last).matches("[a-z0-9]+(_[a-z0-9]+)*");
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
