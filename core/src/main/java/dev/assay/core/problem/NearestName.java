package dev.assay.core.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Suggests the name that was probably meant where an unknown one stands. */
public final class NearestName {

  private NearestName() {}

  /**
   * The known name nearest to an unknown one by edit distance (insertion, deletion, substitution,
   * swap of neighbours), ignoring case; empty where none is nearer than a third of its length. Of
   * equally near names the first in alphabetical order.
   */
  public static Optional<String> of(String unknown, Collection<String> known) {
    String asked = unknown.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(
            name ->
                distance(asked, name) <= Math.max(1, Math.min(asked.length(), name.length()) / 3))
        .min(
            Comparator.<String>comparingInt(name -> distance(asked, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The advice for an unknown name: {@code Did you mean 'x'?}, else the list of known names. */
  public static String advice(String unknown, Collection<String> known) {
    return of(unknown, known)
        .map(name -> "Did you mean '" + name + "'?")
        .orElseGet(() -> "Known: " + String.join(", ", known.stream().sorted().toList()) + ".");
  }

  /** Optimal string alignment distance. */
  private static int distance(String a, String name) {
    String b = name.toLowerCase(Locale.ROOT);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + substitution);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
