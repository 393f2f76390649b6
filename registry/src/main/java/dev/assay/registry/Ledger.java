package dev.assay.registry;

import dev.assay.core.ledger.ExpectedEffect;
import dev.assay.core.ledger.LedgerEntry;
import dev.assay.core.ledger.LedgerState;
import dev.assay.core.ledger.Lesson;
import dev.assay.core.ledger.Plan;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The append-only book of experiments. Plans, runs and lessons are only ever added; the databases
 * themselves refuse to change or remove one.
 */
public final class Ledger {

  private final Database database;
  private final Clock clock;

  Ledger(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What an experiment sets out to show, before it is frozen.
   *
   * @param experiment the name of the experiment
   * @param hypothesis why the change should help
   * @param expected the effects expected; empty where none is stated
   * @param buildsOn the id of the finished run that it builds on; null for a first one
   * @param actor who plans it
   */
  public record Draft(
      String experiment,
      String hypothesis,
      List<ExpectedEffect> expected,
      @Nullable String buildsOn,
      String actor) {
    /** Copies the list. */
    public Draft {
      expected = List.copyOf(expected);
    }
  }

  /**
   * Freezes a plan under the time of the clock.
   *
   * @throws InvalidInputException where it builds on a run that is not recorded
   */
  public LedgerEntry plan(Draft draft) {
    return database.write(handle -> plan(handle, draft));
  }

  /**
   * Puts another plan in the place of one that was not run.
   *
   * @return the entry of the new plan
   * @throws InvalidInputException where the entry is unknown, or was run or superseded already
   */
  public LedgerEntry supersede(String entryId, Draft draft) {
    return database.write(
        handle -> {
          requirePlanned(handle, entryId);
          LedgerEntry successor = plan(handle, draft);
          LedgerTable.insertSupersession(
              handle, entryId, new LedgerState.Superseded(successor.id(), clock.instant()));
          return successor;
        });
  }

  /** All entries, the oldest first. */
  public List<LedgerEntry> entries() {
    return database.read(LedgerTable::all);
  }

  /** The entry of an id. */
  public Optional<LedgerEntry> entry(String entryId) {
    return database.read(handle -> LedgerTable.byId(handle, entryId));
  }

  /** The latest entry of an experiment that was planned and neither run nor superseded. */
  public Optional<LedgerEntry> planned(String experiment) {
    return entries().stream()
        .filter(entry -> entry.plan().experiment().equals(experiment))
        .filter(entry -> entry.state() instanceof LedgerState.Planned)
        .reduce((earlier, later) -> later);
  }

  /**
   * Writes down what was learnt and what to try next; an earlier lesson stays on record.
   *
   * @return the entry with the lesson
   * @throws InvalidInputException where the entry is unknown
   */
  public LedgerEntry learn(String entryId, String text, List<String> next, String actor) {
    return database.write(
        handle -> {
          require(handle, entryId);
          LedgerTable.insertLesson(handle, entryId, new Lesson(text, next, actor, clock.instant()));
          return require(handle, entryId);
        });
  }

  void insertRun(Handle handle, String entryId, LedgerState.Run run) {
    requirePlanned(handle, entryId);
    LedgerTable.insertRun(handle, entryId, run);
  }

  private LedgerEntry plan(Handle handle, Draft draft) {
    String buildsOn = draft.buildsOn();
    if (buildsOn != null && RunTable.byId(handle, buildsOn).isEmpty()) {
      List<String> known = RunTable.all(handle).stream().map(run -> run.runId()).toList();
      throw new InvalidInputException(
          "ledger",
          "there is no run '" + buildsOn + "' to build on.",
          NearestName.advice(buildsOn, known));
    }
    Plan plan =
        new Plan(
            LedgerTable.nextId(handle),
            draft.experiment(),
            draft.hypothesis(),
            draft.expected(),
            buildsOn,
            draft.actor(),
            clock.instant());
    LedgerTable.insertPlan(handle, plan);
    return new LedgerEntry(plan, new LedgerState.Planned(), null);
  }

  private static LedgerEntry require(Handle handle, String entryId) {
    return LedgerTable.byId(handle, entryId)
        .orElseThrow(
            () -> {
              List<String> known = LedgerTable.all(handle).stream().map(LedgerEntry::id).toList();
              return new InvalidInputException(
                  "ledger",
                  "there is no entry '" + entryId + "'.",
                  NearestName.advice(entryId, known));
            });
  }

  private static void requirePlanned(Handle handle, String entryId) {
    switch (require(handle, entryId).state()) {
      case LedgerState.Planned planned -> {}
      case LedgerState.Run run ->
          throw new InvalidInputException(
              "ledger",
              "the entry " + entryId + " was run already, as " + run.runId() + ".",
              "Plan another one.");
      case LedgerState.Superseded superseded ->
          throw new InvalidInputException(
              "ledger",
              "the entry " + entryId + " was superseded.",
              "Use " + superseded.by() + ".");
    }
  }
}
