package dev.assay.pipeline.trial;

import dev.assay.registry.history.EventKind;
import dev.assay.registry.history.HistoryEvent;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How old the champion is and how many candidates it has seen held, so that nobody is stuck with it
 * unnoticed.
 *
 * @param ageDays days from the champion's as-of day to that of the run; empty for data without time
 * @param holdsInARow how many candidates were held before this run since the champion changed
 */
public record ChampionStanding(OptionalLong ageDays, int holdsInARow) {

  /** From this age on a champion is called old: a month of weekly retrains came to nothing. */
  public static final int OLD_DAYS = 28;

  /** From so many holds on they are called a streak: one may be chance, three are a pattern. */
  public static final int STREAK = 3;

  /**
   * The standing as a run finds it.
   *
   * @param events the history before the run
   */
  public static ChampionStanding of(
      List<HistoryEvent> events, Champion champion, Optional<LocalDate> asOf) {
    int holds = 0;
    for (HistoryEvent event : events) {
      holds = event.kind() == EventKind.HOLD ? holds + 1 : 0;
    }
    LocalDate since = champion.bundle().manifest().provenance().asOf();
    OptionalLong age =
        since == null || asOf.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(ChronoUnit.DAYS.between(since, asOf.get()));
    return new ChampionStanding(age, holds);
  }

  /**
   * What a reader must be warned of.
   *
   * @param heldNow whether this run holds its candidate too
   */
  public List<String> warnings(boolean heldNow) {
    List<String> warnings = new ArrayList<>();
    int holds = holdsInARow + (heldNow ? 1 : 0);
    if (heldNow && holds >= STREAK) {
      warnings.add(
          holds
              + " candidates in a row were held: look at the gates and holdouts, not only at the"
              + " candidates");
    }
    if (heldNow && ageDays.isPresent() && ageDays.getAsLong() >= OLD_DAYS) {
      warnings.add("the champion knows nothing of the last " + ageDays.getAsLong() + " days");
    }
    return warnings;
  }
}
