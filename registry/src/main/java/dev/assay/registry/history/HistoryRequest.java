package dev.assay.registry.history;

import dev.assay.core.gate.Decision;
import org.jspecify.annotations.Nullable;

/** What a run, or a person, wants to be written into the history. */
public sealed interface HistoryRequest {

  /** The hash of the bundle that it is about; it must be stored. */
  String candidate();

  /** Who asks. */
  String actor();

  /** Why, in words. */
  String reason();

  /** The run that it comes of; null for none. */
  @Nullable String runId();

  /** What the verdict of that run came to; null where there was none. */
  @Nullable Decision verdict();

  /**
   * The candidate is to take the champion's place, provided that the champion is still the one
   * expected.
   *
   * @param kind {@link EventKind#BASELINE}, {@link EventKind#PROMOTE} or {@link
   *     EventKind#FORCED_PROMOTE}
   * @param candidate the hash of the new champion
   * @param expectedChampion the champion that it was judged against; null where there was none
   */
  record Promote(
      EventKind kind,
      String candidate,
      @Nullable String expectedChampion,
      String actor,
      String reason,
      @Nullable String runId,
      @Nullable Decision verdict)
      implements HistoryRequest {

    /** Checks that the kind is a promotion and that actor and reason are given. */
    public Promote {
      if (kind == EventKind.HOLD || kind == EventKind.ROLLBACK) {
        throw new IllegalArgumentException(kind + " is no promotion.");
      }
      if (kind == EventKind.PROMOTE && verdict != Decision.PROMOTE) {
        throw new IllegalArgumentException(
            "A candidate is promoted on a verdict that says so, or forced; not on " + verdict);
      }
      requireText("actor", actor);
      requireText("reason", reason);
    }

    /** The first champion, trained by Assay itself; a run may have led to it. */
    public static Promote baseline(String candidate, String actor, @Nullable String runId) {
      return new Promote(EventKind.BASELINE, candidate, null, actor, "baseline", runId, null);
    }

    /** The candidate of a run whose verdict is to promote. */
    public static Promote passed(
        String candidate, @Nullable String expectedChampion, String actor, String runId) {
      return new Promote(
          EventKind.PROMOTE,
          candidate,
          expectedChampion,
          actor,
          "all gates passed",
          runId,
          Decision.PROMOTE);
    }

    /** A candidate that is promoted whatever its verdict; the reason stays on record. */
    public static Promote forced(
        String candidate, @Nullable String expectedChampion, String actor, String reason) {
      return new Promote(
          EventKind.FORCED_PROMOTE, candidate, expectedChampion, actor, reason, null, null);
    }

    /** The same request on account of a run and its verdict. */
    public Promote of(String ofRun, Decision itsVerdict) {
      return new Promote(kind, candidate, expectedChampion, actor, reason, ofRun, itsVerdict);
    }
  }

  /**
   * The champion stays; the candidate is noted as held.
   *
   * @param candidate the hash of the candidate
   */
  record Hold(String candidate, String actor, String reason, String runId)
      implements HistoryRequest {

    /** Checks that actor and reason are given. */
    public Hold {
      requireText("actor", actor);
      requireText("reason", reason);
    }

    @Override
    public Decision verdict() {
      return Decision.HOLD;
    }
  }

  private static void requireText(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("The history asks for the " + name + ".");
    }
  }
}
