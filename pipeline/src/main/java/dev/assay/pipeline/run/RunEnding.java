package dev.assay.pipeline.run;

import dev.assay.registry.history.HistoryEvent;
import dev.assay.registry.run.Finish;
import java.util.List;

/** How a run ended: it was written down, or it repeats a recorded one and added nothing. */
public sealed interface RunEnding {

  /**
   * It was written down.
   *
   * @param finish what the registry made of it
   */
  record Recorded(Finish finish) implements RunEnding {}

  /** It repeats a recorded run, and what that run came to still holds. */
  record Repeated() implements RunEnding {}

  /**
   * It repeats a recorded run whose candidate was promoted and is champion no more. Nothing is
   * promoted again by repeating it.
   *
   * @param since what took the candidate's place away
   */
  record NoLongerChampion(HistoryEvent since) implements RunEnding {}

  /**
   * It repeats a recorded run whose candidate passed and never became champion, since another one
   * had meanwhile.
   */
  record NeverChampion() implements RunEnding {}

  /**
   * It repeats a recorded run and its verdict is another one, though file, data, code, day and
   * champion are the same: what computes it is not deterministic, or the machine is another one.
   *
   * @param places where the two differ, as paths in {@code verdict.json}
   */
  record Irreproducible(List<String> places) implements RunEnding {
    /** Copies the list. */
    public Irreproducible {
      places = List.copyOf(places);
    }
  }
}
