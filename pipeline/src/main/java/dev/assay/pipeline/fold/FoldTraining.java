package dev.assay.pipeline.fold;

import dev.assay.core.comparison.Side;
import dev.assay.core.example.Dataset;
import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.FoldRows;
import dev.assay.core.model.FoldScores;
import dev.assay.core.model.FoldTrainer;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.core.threshold.Argmax;
import dev.assay.core.threshold.DecisionRule;
import dev.assay.core.threshold.GroupThresholds;
import dev.assay.core.threshold.ThresholdSelection;
import dev.assay.core.threshold.Thresholds;
import dev.assay.data.source.HeldOutFeatures;
import dev.assay.pipeline.scoring.FittedDecision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Trains a procedure once without each fold's groups and scores these groups by it. Folds run side
 * by side, each on one thread, and each is kept as soon as it is there.
 */
public final class FoldTraining {

  /** The folder of kept folds in a home. */
  public static final String FOLDER = "folds";

  private final String holdout;
  private final GroupFolds folds;
  private final Optional<HeldOutFeatures> features;
  private final Path home;
  private final String environment;
  private final int horizonDays;
  private final Progress progress;

  /**
   * The folds of a holdout.
   *
   * @param holdout its name, for messages
   * @param features what makes features anew for each fold; empty where they are as they are
   * @param home where outcomes are kept
   * @param environment the code and versions that outcomes depend on
   * @param horizonDays how many days ahead the labels look; 0 for none
   */
  public FoldTraining(
      String holdout,
      GroupFolds folds,
      Optional<HeldOutFeatures> features,
      Path home,
      String environment,
      int horizonDays,
      Progress progress) {
    this.holdout = holdout;
    this.folds = folds;
    this.features = features;
    this.home = home;
    this.environment = environment;
    this.horizonDays = horizonDays;
    this.progress = progress;
  }

  /**
   * What a procedure says of every group that it was not trained on, each fold decided by its own
   * cuts.
   *
   * @param whose whose procedure it is, for progress: {@code candidate}, {@code champion} or a
   *     baseline's name
   * @throws InvalidInputException naming every fold whose rows do not suit the trainer
   */
  public Side score(String whose, Procedure procedure) {
    String key =
        new Sha256()
            .add(procedure.key())
            .add(folds.fingerprint())
            .add(environment)
            .add(horizonDays)
            .hex();
    List<FoldOutcome> outcomes =
        new Training(procedure, key, "leaving out groups, " + whose).outcomes();
    return assembled(outcomes);
  }

  /** The rows that are scored, in the order of their scores. */
  public Dataset examples() {
    return folds.examples().select(folds.scored());
  }

  private Side assembled(List<FoldOutcome> outcomes) {
    Dataset examples = folds.examples();
    LabelSchema schema = examples.schema();
    float[][] columns = new float[schema.size()][examples.size()];
    SortedMap<String, Thresholds> cuts = new TreeMap<>();
    for (int fold = 0; fold < outcomes.size(); fold++) {
      FoldOutcome outcome = outcomes.get(fold);
      int[] rows = folds.scored(fold);
      for (int label = 0; label < columns.length; label++) {
        for (int i = 0; i < rows.length; i++) {
          columns[label][rows[i]] = outcome.scores().score(i, label);
        }
      }
      if (!outcome.cuts().isEmpty()) {
        Thresholds own = new Thresholds(schema, outcome.cuts());
        folds.folds().get(fold).groups().forEach(group -> cuts.put(group, own));
      }
    }
    int[] rows = folds.scored();
    Dataset left = examples.select(rows);
    Predictions predictions =
        new Predictions(left.attributes(), left.labels(), Scores.takeOver(columns).select(rows));
    return new Side(predictions, rule(schema, cuts));
  }

  /** Every row is of a group with cuts of its own, so that the pooled ones decide on none. */
  private static DecisionRule rule(LabelSchema schema, SortedMap<String, Thresholds> cuts) {
    return schema.kind() == TaskKind.MULTICLASS
        ? new Argmax(schema)
        : new GroupThresholds(Thresholds.uniform(schema, 0.5), cuts);
  }

  /** The training of all folds by one procedure. */
  private final class Training {

    private final Procedure procedure;
    private final String key;
    private final String stage;
    private final FoldStore store;
    private int done;

    Training(Procedure procedure, String key, String stage) {
      this.procedure = procedure;
      this.key = key;
      this.stage = stage;
      store = new FoldStore(home.resolve(FOLDER).resolve(key.substring(0, 32)));
    }

    List<FoldOutcome> outcomes() {
      int count = folds.folds().size();
      List<Optional<FoldOutcome>> kept = new ArrayList<>();
      for (int fold = 0; fold < count; fold++) {
        kept.add(store.read(fold, folds.scored(fold).length, folds.examples().schema().size()));
      }
      done = (int) kept.stream().filter(Optional::isPresent).count();
      progress.report(stage, done, count);
      if (done == count) {
        return kept.stream().map(Optional::orElseThrow).toList();
      }
      FoldTrainer shared = trainer(folds.examples());
      int threads = Math.min(count, Runtime.getRuntime().availableProcessors());
      try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
        List<Future<FoldOutcome>> pending = new ArrayList<>();
        for (int fold = 0; fold < count; fold++) {
          int number = fold;
          pending.add(
              executor.submit(() -> kept.get(number).orElseGet(() -> trained(shared, number))));
        }
        try {
          return collected(pending);
        } catch (IllegalStateException e) {
          executor.shutdownNow();
          throw e;
        }
      }
    }

    private FoldTrainer trainer(Dataset examples) {
      return procedure.trainer().folds(examples, procedure.settings(), procedure.seed());
    }

    private FoldOutcome trained(FoldTrainer shared, int fold) {
      FoldRows rows = folds.rows(fold);
      FoldTrainer own =
          features
              .map(made -> made.without(folds.folds().get(fold).groups(), folds.examples()))
              .map(this::trainer)
              .orElse(shared);
      FoldScores scores = own.train(rows);
      Dataset validation = folds.examples().select(rows.validation());
      FittedDecision decision =
          FittedDecision.on(
              procedure.decision(),
              new Predictions(validation.attributes(), validation.labels(), scores.validation()),
              rows.validationFolds(),
              key,
              horizonDays,
              procedure.seed(),
              0);
      Scores calibrated =
          decision
              .calibration()
              .calibration()
              .apply(scores.scored(), folds.examples().schema(), key);
      FoldOutcome outcome =
          new FoldOutcome(
              calibrated,
              decision
                  .thresholds()
                  .map(ThresholdSelection::thresholds)
                  .map(Thresholds::cuts)
                  .orElse(List.of()));
      store.write(fold, outcome);
      report();
      return outcome;
    }

    private synchronized void report() {
      done++;
      progress.report(stage, done, folds.folds().size());
    }

    private List<FoldOutcome> collected(List<Future<FoldOutcome>> pending) {
      List<FoldOutcome> outcomes = new ArrayList<>();
      Set<Problem> problems = new LinkedHashSet<>();
      for (int fold = 0; fold < pending.size(); fold++) {
        try {
          outcomes.add(pending.get(fold).get());
        } catch (ExecutionException e) {
          problems.addAll(problemsOf(fold, e.getCause()));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("Interrupted while folds were trained.", e);
        }
      }
      Problems all = new Problems();
      all.addAll(List.copyOf(problems));
      all.throwIfAny();
      return outcomes;
    }

    private List<Problem> problemsOf(int fold, @Nullable Throwable cause) {
      if (cause instanceof InvalidInputException invalid) {
        String place =
            "holdout '%s' without %s".formatted(holdout, folds.folds().get(fold).words());
        return invalid.problems().stream()
            .map(
                problem ->
                    new Problem(place + ", " + problem.where(), problem.what(), problem.mend()))
            .toList();
      }
      throw new IllegalStateException("A fold of '" + holdout + "' failed.", cause);
    }
  }
}
