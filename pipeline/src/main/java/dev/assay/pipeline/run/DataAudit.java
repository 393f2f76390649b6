package dev.assay.pipeline.run;

import dev.assay.core.bundle.TrainingExposure;
import dev.assay.core.comparison.Side;
import dev.assay.core.example.Dataset;
import dev.assay.core.gate.ChangeGate;
import dev.assay.core.gate.CostGate;
import dev.assay.core.gate.CountGate;
import dev.assay.core.gate.DegenerateGate;
import dev.assay.core.gate.Gate;
import dev.assay.core.gate.MinimumSupport;
import dev.assay.core.gate.RegressionGate;
import dev.assay.core.gate.SuiteGate;
import dev.assay.core.gate.SummaryGate;
import dev.assay.core.gate.Target;
import dev.assay.core.gate.ValueGate;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import dev.assay.data.leak.Exposure;
import dev.assay.pipeline.audit.AuditedLabels;
import dev.assay.pipeline.audit.LabelNeed;
import dev.assay.pipeline.audit.RecordedFigure;
import dev.assay.pipeline.audit.RecordedFigures;
import dev.assay.pipeline.audit.RowRanking;
import dev.assay.pipeline.audit.RowToLabel;
import dev.assay.pipeline.audit.SupportNeeded;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.experiment.ExperimentReader;
import dev.assay.pipeline.experiment.HoldoutDeclaration;
import dev.assay.pipeline.fold.FoldTraining;
import dev.assay.pipeline.fold.GroupedHoldout;
import dev.assay.pipeline.trial.Champion;
import dev.assay.pipeline.trial.LoadedExamples;
import dev.assay.registry.Registry;
import dev.assay.registry.run.RunRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Says where more labels would pay: which groups and labels of a recorded run lack support, and
 * which rows to label first. Records nothing but the folds that it had to train.
 */
public final class DataAudit {

  private final Experiment experiment;
  private final Surroundings surroundings;

  /** The audit of an experiment's labels. */
  public DataAudit(Experiment experiment, Surroundings surroundings) {
    this.experiment = experiment;
    this.surroundings = surroundings;
  }

  /**
   * Audits.
   *
   * @param asOf the day to take for today; without it that of the run
   * @param runId the run whose figures are looked at and whose candidate scores the rows; without
   *     it the last run of the experiment, and the champion
   * @param effect the effect that the figures should be able to show, in {@code (0, 1)}
   * @param most how many rows at most are given
   * @throws InvalidInputException where there is no such run, what it left has been cleared, or the
   *     experiment's input is wrong
   */
  public AuditedLabels audit(
      Optional<LocalDate> asOf, Optional<String> runId, double effect, int most) {
    SupportNeeded.checkEffect(effect);
    Registry registry = Registries.open(surroundings);
    RunRecord run = runId.map(id -> named(registry, id)).orElseGet(() -> last(registry));
    String scoredBy =
        runId.isPresent()
            ? Objects.requireNonNull(run.candidate())
            : new RecordedBundles(registry).hash(RecordedBundles.CHAMPION);
    requireStored(registry, run, scoredBy);
    LoadedExamples loaded =
        new LoadStage(experiment, surroundings.progress())
            .load(asOf.or(() -> Optional.ofNullable(run.asOf())));
    LabelSchema schema = loaded.dataset().schema();
    List<LabelNeed> needs = needs(registry, run, effect, schema);
    List<RowToLabel> rows;
    try (Champion scorer = new ChampionStage(registry, surroundings.actor()).open(scoredBy)) {
      rows =
          new RowRanking(needs, schema, lastKnownDay(loaded))
              .ranked(sides(registry, loaded, scorer));
    }
    List<RowToLabel> first = rows.subList(0, Math.min(most, rows.size()));
    return new AuditedLabels(
        run.runId(), scoredBy, effect, needs, first, rows.size() - first.size());
  }

  private RunRecord named(Registry registry, String id) {
    List<String> known =
        registry.runs().all().stream()
            .filter(run -> run.experiment().equals(experiment.name()))
            .map(RunRecord::runId)
            .toList();
    RunRecord run =
        registry
            .runs()
            .run(id)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "--run",
                        "there is no run '" + id + "' on record.",
                        NearestName.advice(id, known)));
    if (!known.contains(id)) {
      throw new InvalidInputException(
          "--run",
          "'%s' is a run of '%s', not of '%s'.".formatted(id, run.experiment(), experiment.name()),
          "Give the experiment file of that run.");
    }
    return run;
  }

  private RunRecord last(Registry registry) {
    return registry
        .runs()
        .last(experiment.name())
        .orElseThrow(
            () ->
                new InvalidInputException(
                    surroundings.home().toString(),
                    "there is no run of '" + experiment.name() + "' on record.",
                    "'assay run' makes the figures that an audit looks at."));
  }

  private static void requireStored(Registry registry, RunRecord run, String bundle) {
    if (!registry.objects().has(run.verdictObject()) || !registry.bundles().has(bundle)) {
      throw new InvalidInputException(
          "run " + run.runId(),
          "its verdict or its candidate has been cleared.",
          "Take a later run, or run the experiment again.");
    }
  }

  private List<LabelNeed> needs(
      Registry registry, RunRecord run, double effect, LabelSchema schema) {
    String verdict =
        new String(registry.objects().get(run.verdictObject()), StandardCharsets.UTF_8);
    Experiment asRun = ExperimentReader.parse(experiment.file(), run.experimentText());
    return new SupportNeeded(effect, figure -> minima(asRun, figure))
        .needs(RecordedFigures.of(verdict), schema);
  }

  /** What the holdout declares, and what the gates say that look at the figure's subject. */
  private static List<MinimumSupport> minima(Experiment experiment, RecordedFigure figure) {
    List<MinimumSupport> minima = new ArrayList<>();
    for (HoldoutDeclaration declared : experiment.holdouts()) {
      if (declared instanceof HoldoutDeclaration.Grouped grouped
          && grouped.name().equals(figure.holdout())) {
        minima.add(grouped.minimumSupport());
      }
    }
    for (Gate gate : experiment.gates()) {
      target(gate)
          .filter(target -> target.holdouts().contains(figure.holdout()))
          .filter(target -> !target.subjects().select(List.of(figure.subject())).isEmpty())
          .map(Target::minimumSupport)
          .ifPresent(minima::add);
    }
    return minima;
  }

  private static Optional<Target> target(Gate gate) {
    return switch (gate) {
      case ValueGate value -> Optional.of(value.target());
      case ChangeGate change -> Optional.of(change.target());
      case CountGate count -> Optional.of(count.target());
      case SummaryGate summary -> Optional.of(summary.target());
      case RegressionGate regression -> Optional.of(regression.target());
      case DegenerateGate degenerate -> Optional.empty();
      case CostGate cost -> Optional.empty();
      case SuiteGate suite -> Optional.empty();
    };
  }

  private OptionalLong lastKnownDay(LoadedExamples loaded) {
    return loaded.asOf().isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(loaded.day().toEpochDay() - experiment.data().horizonDays());
  }

  /**
   * The rows that the bundle was not trained on, scored by it; and those that it was, where groups
   * are left out, scored by its configuration trained without them. The others are not scored.
   */
  private List<Side> sides(Registry registry, LoadedExamples loaded, Champion scorer) {
    Dataset dataset = loaded.dataset();
    if (!(scorer.contender().exposure() instanceof TrainingExposure.Known known)) {
      throw new InvalidInputException(
          "bundle " + scorer.hash().substring(0, 12),
          "does not say what it was trained on, so that no score of it can be trusted here.",
          "Take a run whose candidate Assay trained.");
    }
    Dataset unseen =
        dataset.select(
            Exposure.of(dataset, known.ids()::contains, known.contents()::contains)
                .unexposedRows());
    List<Side> sides = new ArrayList<>();
    sides.add(
        new Side(scorer.contender().scorer().predict(unseen), scorer.contender().scorer().rule()));
    leftOut(registry, loaded, scorer).map(side -> seenOnly(side, known)).ifPresent(sides::add);
    return sides;
  }

  private static Side seenOnly(LeftOut left, TrainingExposure.Known known) {
    Exposure exposure =
        Exposure.of(left.examples(), known.ids()::contains, known.contents()::contains);
    int[] seen = IntStream.range(0, left.examples().size()).filter(exposure::isExposed).toArray();
    return new Side(left.side().predictions().select(seen), left.side().rule());
  }

  /** Rows of left-out groups, in the order of their scores. */
  private record LeftOut(Dataset examples, Side side) {}

  private Optional<LeftOut> leftOut(Registry registry, LoadedExamples loaded, Champion scorer) {
    SplitStage splitting = new SplitStage(experiment, surroundings.home(), surroundings.progress());
    List<GroupedHoldout> grouped = splitting.sets(splitting.assign(loaded)).grouped();
    if (grouped.isEmpty()) {
      return Optional.empty();
    }
    GroupedHoldout first = grouped.getFirst();
    FoldTraining training =
        new FoldTrainings(
                experiment, loaded, surroundings.home(), RunProvenance.of(experiment, loaded))
            .of(first, surroundings.progress());
    Side side =
        training.score("audit", ChampionProcedure.leavingOut(scorer.hash(), registry, experiment));
    return Optional.of(new LeftOut(training.examples(), side));
  }
}
