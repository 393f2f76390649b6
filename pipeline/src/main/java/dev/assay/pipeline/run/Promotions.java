package dev.assay.pipeline.run;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.registry.Registry;
import dev.assay.registry.history.HistoryEvent;
import dev.assay.registry.history.HistoryRequest;
import dev.assay.registry.history.Promotion;
import dev.assay.registry.history.Rollback;

/** What people do to the champion by hand: force a candidate, or roll back. */
public final class Promotions {

  private final Registry registry;
  private final String actor;

  /** Promotions in a home. */
  public Promotions(Surroundings surroundings) {
    registry = Registries.open(surroundings);
    actor = surroundings.actor();
  }

  /**
   * Makes a bundle champion whatever its verdict.
   *
   * @param digits its hash, or the first digits of it
   * @param reason why, which stays on record
   * @throws InvalidInputException where no bundle, or more than one, begins with these digits, or
   *     it is the champion already
   */
  public HistoryEvent force(String digits, String reason) {
    String hash = new RecordedBundles(registry).onRecord(digits);
    Promotion promotion =
        registry
            .history()
            .promote(
                HistoryRequest.Promote.forced(
                    hash, registry.history().champion().orElse(null), actor, reason));
    return switch (promotion) {
      case Promotion.Promoted promoted -> promoted.event();
      case Promotion.AlreadyChampion already ->
          throw new InvalidInputException(digits, "is the champion already.", "");
      case Promotion.LostRace lost ->
          throw new InvalidInputException(
              digits,
              "was not promoted: meanwhile %s became champion.".formatted(lost.champion()),
              "Look at 'assay history' and decide again.");
    };
  }

  /**
   * Gives the champion's place back to the one before it.
   *
   * @throws InvalidInputException where there is none before it
   */
  public HistoryEvent rollBack(String reason) {
    if (reason.isBlank()) {
      throw new InvalidInputException("--reason", "is blank.", "Say why.");
    }
    return switch (registry.history().rollback(actor, reason)) {
      case Rollback.RolledBack rolledBack -> rolledBack.event();
      case Rollback.NoFormerChampion none ->
          throw new InvalidInputException(
              registry.home().toString(),
              "there is no champion before the present one.",
              "'assay history' shows who was champion when.");
    };
  }
}
