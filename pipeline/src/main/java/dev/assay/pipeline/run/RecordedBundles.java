package dev.assay.pipeline.run;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.registry.Registry;
import dev.assay.registry.history.HistoryEvent;
import dev.assay.registry.history.Standing;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds bundles of a registry by what people call them. */
public final class RecordedBundles {

  /** What the bundle in production is called. */
  public static final String CHAMPION = "champion";

  private static final int LEAST_DIGITS = 4;
  private static final int ALL_DIGITS = 64;

  private final Registry registry;

  /** The bundles of a registry. */
  public RecordedBundles(Registry registry) {
    this.registry = registry;
  }

  /**
   * The hash of a bundle that can be read: the champion, one on record, or one that was only
   * trained, which only its whole hash finds.
   *
   * @param name {@link #CHAMPION}, a hash, or the first digits of one on record
   * @throws InvalidInputException where there is none, or more than one
   */
  public String hash(String name) {
    if (name.equals(CHAMPION)) {
      return registry
          .history()
          .champion()
          .orElseThrow(
              () ->
                  new InvalidInputException(
                      registry.home().toString(),
                      "there is no champion yet.",
                      "'assay run' trains and judges the first candidate."));
    }
    boolean whole = name.length() == ALL_DIGITS && name.matches("[0-9a-f]+");
    return whole && registry.bundles().has(name) ? name : onRecord(name);
  }

  /**
   * The hash of a bundle that may be served: the champion, or one that was champion and was not
   * rolled back.
   *
   * @param name as {@link #hash} takes it
   * @throws InvalidInputException where there is none, or more than one, or its verdict is another,
   *     in the words of the verdict
   */
  public String servable(String name) {
    String hash = hash(name);
    switch (registry.history().standing(hash)) {
      case Standing.Promoted promoted -> {}
      case Standing.Held held ->
          throw notServed(name, "was held%s: %s.".formatted(ofRun(held.by()), held.by().reason()));
      case Standing.RolledBack back ->
          throw notServed(
              name, "was rolled back by %s: %s.".formatted(back.by().actor(), back.by().reason()));
      case Standing.Unjudged none ->
          throw notServed(name, "was trained only: no verdict was given on it.");
    }
    return hash;
  }

  private static InvalidInputException notServed(String name, String why) {
    return new InvalidInputException(
        name,
        why,
        "Take the champion; or say --unpromoted to look at its scores, which is not to serve it.");
  }

  private static String ofRun(HistoryEvent event) {
    return event.runId() == null ? "" : " by run " + event.runId();
  }

  /**
   * The hash of a bundle that a run has judged or been judged against.
   *
   * @param digits its hash, or the first digits of it
   * @throws InvalidInputException where no bundle on record, or more than one, begins with these
   */
  public String onRecord(String digits) {
    if (digits.length() < LEAST_DIGITS) {
      throw new InvalidInputException(
          digits, "is too short for a hash.", "Give at least " + LEAST_DIGITS + " digits.");
    }
    List<String> found =
        registry.runs().all().stream()
            .flatMap(run -> Stream.of(run.candidate(), run.opponent()))
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .filter(hash -> hash.startsWith(digits))
            .distinct()
            .toList();
    if (found.size() != 1) {
      throw new InvalidInputException(
          digits,
          found.isEmpty() ? "is the hash of no bundle on record." : "begins several hashes.",
          "'assay history' lists them.");
    }
    return found.getFirst();
  }
}
