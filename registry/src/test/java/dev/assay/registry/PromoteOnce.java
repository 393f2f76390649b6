package dev.assay.registry;

import dev.assay.registry.history.HistoryRequest;
import dev.assay.registry.history.Promotion;
import java.nio.file.Path;
import java.time.Clock;

/** Opens a home when told to on standard input, makes one bundle its first champion, says how. */
public final class PromoteOnce {

  private PromoteOnce() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println("ready");
    if (System.in.read() < 0) {
      throw new IllegalStateException("Nobody said when to begin.");
    }
    Registry registry = Registry.open(Path.of(arguments[0]), arguments[1], Clock.systemUTC());
    Promotion promotion =
        registry.history().promote(HistoryRequest.Promote.baseline(arguments[2], "process", null));
    System.exit(
        switch (promotion) {
          case Promotion.Promoted promoted -> 10;
          case Promotion.LostRace lost -> 11;
          case Promotion.AlreadyChampion already -> 12;
        });
  }
}
