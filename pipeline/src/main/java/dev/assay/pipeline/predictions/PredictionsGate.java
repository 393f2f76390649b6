package dev.assay.pipeline.predictions;

import dev.assay.core.comparison.Comparison;
import dev.assay.core.comparison.Exposure;
import dev.assay.core.comparison.Question;
import dev.assay.core.comparison.Side;
import dev.assay.core.evaluation.Evaluation;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.gate.CostGate;
import dev.assay.core.gate.EvidenceSource;
import dev.assay.core.gate.Goalposts;
import dev.assay.core.gate.Judge;
import dev.assay.core.gate.Verdict;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.metric.Metric;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import dev.assay.core.suite.SuiteComparison;
import dev.assay.pipeline.experiment.GatesFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges predictions that other programs wrote. Nothing is known of what their models were trained
 * on, and nothing of what serving them costs, so that the verdict warns of the former and gates on
 * the latter hold.
 */
public final class PredictionsGate {

  private static final String EXPOSURE =
      "the predictions come from files, which do not say what their models were trained on";

  private final GateRequest request;
  private final GatesFile gates;
  private final DecisionRules rules;
  private final Problems problems = new Problems();
  private final PredictedSuites suites;

  private PredictionsGate(GateRequest request) {
    this.request = request;
    gates = request.gates();
    rules = new DecisionRules(gates.horizonDays());
    suites = new PredictedSuites(request, rules, problems);
  }

  /**
   * Judges.
   *
   * @throws InvalidInputException with all that is wrong with the files of both sides: names of no
   *     holdout, columns or ids missing, other ids or other truth on one side
   */
  public static GatedPredictions judge(GateRequest request) {
    return new PredictionsGate(request).judged();
  }

  private GatedPredictions judged() {
    checkNames();
    Map<String, Sides> sides = read();
    problems.throwIfAny();
    Goalposts goalposts = new Goalposts(gates.gates(), Map.of());
    List<Comparison> comparisons = new ArrayList<>();
    sides.forEach(
        (holdout, both) ->
            tried(() -> compare(holdout, both, goalposts)).ifPresent(comparisons::add));
    List<SuiteComparison> behaviour = suites(sides);
    problems.throwIfAny();
    Verdict verdict = new Judge(new Compared(comparisons, behaviour)).judge(goalposts);
    return new GatedPredictions(
        gates, decidedBy(sides), comparisons, behaviour, warned(verdict, sides));
  }

  /** A suite does not say which labels exclude each other: the holdouts do. */
  private List<SuiteComparison> suites(Map<String, Sides> sides) {
    if (sides.isEmpty()) {
      return List.of();
    }
    Optional<LabelSchema> champion =
        sides.values().stream()
            .flatMap(both -> Optional.ofNullable(both.champion()).stream())
            .map(DecidedSide::schema)
            .findFirst();
    if (champion.isEmpty() && !request.champion().suites().isEmpty()) {
      problems.add(
          "--champion-suite",
          "there are no predictions of the champion on a holdout, which tell its labels.",
          "Add '--champion HOLDOUT=FILE'.");
    }
    return suites.compare(sides.values().iterator().next().candidate().schema(), champion);
  }

  private void checkNames() {
    suites.checkNames();
    request
        .candidate()
        .files()
        .keySet()
        .forEach(holdout -> gates.checkHoldout("--candidate", holdout, problems));
    for (String holdout : request.champion().files().keySet()) {
      gates.checkHoldout("--champion", holdout, problems);
      if (!request.candidate().files().containsKey(holdout)) {
        problems.add(
            "--champion",
            "'" + holdout + "' has predictions of the champion only.",
            "Add '--candidate " + holdout + "=FILE'.");
      }
    }
  }

  private Map<String, Sides> read() {
    Map<String, Sides> sides = new LinkedHashMap<>();
    request
        .candidate()
        .files()
        .forEach(
            (holdout, file) -> {
              Optional<DecidedSide> candidate =
                  tried(() -> side(file, request.candidate().cuts(), "the candidate's cuts"));
              Path other = request.champion().files().get(holdout);
              Optional<DecidedSide> champion =
                  other == null
                      ? Optional.empty()
                      : tried(() -> side(other, request.champion().cuts(), "the champion's cuts"));
              candidate.ifPresent(
                  side -> sides.put(holdout, new Sides(side, champion.orElse(null))));
            });
    return sides;
  }

  private DecidedSide side(Path file, Cuts cuts, String where) {
    Predictions predictions = new PredictionsRequest(file, List.of(), gates.slices()).read();
    DecidedBy decidedBy = rules.rule(cuts, predictions.schema(), where);
    return new DecidedSide(new Side(predictions, decidedBy.rule()), decidedBy);
  }

  private Comparison compare(String holdout, Sides sides, Goalposts goalposts) {
    Side candidate = sides.candidate().side();
    Evaluation evaluation = Evaluation.of(candidate.predictions(), candidate.rule());
    Set<Question> questions = new LinkedHashSet<>();
    for (Metric metric : Metric.catalogue(evaluation.schema())) {
      questions.add(new Question(metric, new Subject.Whole()));
    }
    questions.addAll(goalposts.questions(holdout, evaluation.subjects()));
    Exposure exposure = new Exposure.Unknown(EXPOSURE);
    DecidedSide champion = sides.champion();
    List<Question> asked = List.copyOf(questions);
    return champion == null
        ? Comparers.standard(gates.horizonDays()).alone(holdout, candidate, exposure, asked)
        : Comparers.standard(gates.horizonDays())
            .compare(holdout, champion.side(), candidate, exposure, asked);
  }

  /** One file's problems do not hide those of the next. */
  private <T> Optional<T> tried(Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (InvalidInputException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private static SequencedMap<String, String> decidedBy(Map<String, Sides> sides) {
    SequencedMap<String, String> words = new LinkedHashMap<>();
    sides.forEach(
        (holdout, both) -> {
          words.put("candidate on " + holdout, both.candidate().decidedBy().words());
          if (both.champion() != null) {
            words.put("champion on " + holdout, both.champion().decidedBy().words());
          }
        });
    return words;
  }

  private Verdict warned(Verdict verdict, Map<String, Sides> sides) {
    List<String> warnings = new ArrayList<>(verdict.warnings());
    sides.forEach(
        (holdout, both) -> {
          if (both.champion() == null) {
            warnings.add("there are no predictions of the champion on " + holdout);
          }
        });
    warnStandard("candidate", request.candidate(), warnings);
    warnStandard("champion", request.champion(), warnings);
    return new Verdict(
        verdict.decision(),
        verdict.checks(),
        verdict.reasonsToHold(),
        warnings,
        verdict.moves(),
        verdict.underFormer());
  }

  private static void warnStandard(String side, SideFiles files, List<String> warnings) {
    if (files.cuts() instanceof Cuts.Standard && !files.files().isEmpty()) {
      warnings.add(
          "no cut is given for the %s: labels are decided at %s, classes by the highest score"
              .formatted(side, Cuts.STANDARD_CUT));
    }
  }

  /** A side whose scores are decided on. */
  private record DecidedSide(Side side, DecidedBy decidedBy) {

    LabelSchema schema() {
      return side.predictions().schema();
    }
  }

  /** Both sides on a holdout; the champion may be missing. */
  private record Sides(DecidedSide candidate, @Nullable DecidedSide champion) {}

  /** The comparisons as the judge asks for them. */
  private record Compared(List<Comparison> comparisons, List<SuiteComparison> suites)
      implements EvidenceSource {

    @Override
    public Optional<Comparison> comparison(String holdout) {
      return comparisons.stream().filter(one -> one.holdout().equals(holdout)).findFirst();
    }

    @Override
    public Optional<SuiteComparison> suite(String name) {
      return suites.stream().filter(one -> one.suite().equals(name)).findFirst();
    }

    @Override
    public MetricValue cost(CostGate.Cost cost) {
      return MetricValue.undefined("predictions in a file do not tell");
    }
  }
}
