package dev.assay.core.gate;

import dev.assay.core.comparison.Compared;
import dev.assay.core.comparison.Comparison;
import dev.assay.core.comparison.LabelOutput;
import dev.assay.core.comparison.Question;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a gate that looks at figures finds of one of its subjects. */
sealed interface Finding {

  /** Where it looked. */
  Place place();

  /** The figure is not there. */
  record Missing(Place place, String note) implements Finding {}

  /** The figure is there, but rests on less than the gate's minimum support. */
  record Scarce(Place place, Compared compared, String support) implements Finding {

    /** The evidence to report, with the effect that so little support could show. */
    Evidence evidence(Estimate estimate, String bound) {
      String shows =
          switch (estimate.detectable()) {
            case MetricValue.Defined(double effect) ->
                "an effect below " + Words.figure(effect) + " would hardly show";
            case MetricValue.Undefined(String reason) -> "no effect would show: " + reason;
          };
      return new Evidence(
          place,
          Figures.of(compared, estimate),
          bound,
          Standing.TOO_LITTLE_SUPPORT,
          support + "; " + shows,
          Prospect.of(estimate));
    }
  }

  /** The figure is there and can be judged. */
  record Usable(Place place, Compared compared) implements Finding {}

  /** The figure is there, but its label is new, so that the champion has none. */
  record WithoutChampion(Place place, Compared compared) implements Finding {}

  /**
   * The evidence that this is beside others that are judged as one.
   *
   * @param judged what of a comparison enters
   */
  default Evidence asPart(Function<Compared, Estimate> judged, String bound) {
    return switch (this) {
      case Missing(Place place, String note) -> Evidence.missing(place, bound, note);
      case Scarce scarce -> scarce.evidence(judged.apply(scarce.compared()), bound);
      case WithoutChampion(Place place, Compared compared) ->
          unjudged(
              place,
              compared,
              judged.apply(compared),
              bound,
              Standing.WITHOUT_CHAMPION,
              "new label");
      case Usable(Place place, Compared compared) ->
          unjudged(place, compared, judged.apply(compared), bound, Standing.COUNTED_IN, "");
    };
  }

  private static Evidence unjudged(
      Place place,
      Compared compared,
      Estimate estimate,
      String bound,
      Standing standing,
      String note) {
    return new Evidence(
        place, Figures.of(compared, estimate), bound, standing, note, Prospect.of(estimate));
  }

  /** The comparisons that can be judged. */
  static List<Compared> usable(List<Finding> findings) {
    return findings.stream()
        .filter(Usable.class::isInstance)
        .map(finding -> ((Usable) finding).compared())
        .toList();
  }

  /** What a target has of both sides: labels that only the candidate knows are set apart. */
  static List<Finding> ofBoth(String holdout, Target target, EvidenceSource source) {
    List<String> unknown =
        source
            .comparison(holdout)
            .map(comparison -> comparison.basis().newLabels())
            .orElse(List.of());
    return on(holdout, target, source).stream()
        .map(
            finding ->
                finding instanceof Usable(Place place, Compared compared)
                        && labelOf(place.subject()).filter(unknown::contains).isPresent()
                    ? new WithoutChampion(place, compared)
                    : finding)
        .toList();
  }

  private static Optional<String> labelOf(Subject subject) {
    return switch (subject) {
      case Subject.Label(String name) -> Optional.of(name);
      case Subject.LabelInSlice(String name, String column, String level) -> Optional.of(name);
      case Subject.Whole whole -> Optional.empty();
      case Subject.Slice slice -> Optional.empty();
      case Subject.Group group -> Optional.empty();
    };
  }

  /** What a target has on one of its holdouts, at least one finding. */
  static List<Finding> on(String holdout, Target target, EvidenceSource source) {
    String metric = target.metric().name();
    Optional<Comparison> comparison = source.comparison(holdout);
    if (comparison.isEmpty()) {
      Place place = new Place(holdout, new Subject.Whole(), metric);
      return List.of(new Missing(place, "nothing was compared on " + holdout));
    }
    List<Finding> findings = new ArrayList<>();
    for (Subject subject : target.subjects().select(available(comparison.get(), target))) {
      Place place = new Place(holdout, subject, metric);
      findings.add(
          comparison
              .get()
              .figure(new Question(target.metric(), subject))
              .<Finding>map(compared -> weighed(place, compared, target.minimumSupport()))
              .orElseGet(() -> new Missing(place, "not compared on " + holdout)));
    }
    if (findings.isEmpty()) {
      Place place = new Place(holdout, new Subject.Whole(), metric);
      String sought = target.subjects().words().replace("each ", "");
      findings.add(new Missing(place, "there is no " + sought + " on " + holdout));
    }
    return List.copyOf(findings);
  }

  private static Finding weighed(Place place, Compared compared, MinimumSupport minimum) {
    return minimum.isMetBy(compared.support())
        ? new Usable(place, compared)
        : new Scarce(place, compared, minimum.words(compared.support()));
  }

  /** All labels, compared or not, so that none is passed over; what else was compared. */
  private static List<Subject> available(Comparison comparison, Target target) {
    Set<Subject> subjects = new LinkedHashSet<>();
    if (comparison.outputs().size() > 1) {
      comparison.outputs().stream()
          .map(LabelOutput::label)
          .map(Subject.Label::new)
          .forEach(subjects::add);
    }
    comparison.figures().stream()
        .map(Compared::question)
        .filter(question -> question.metric().equals(target.metric()))
        .map(Question::subject)
        .forEach(subjects::add);
    return List.copyOf(subjects);
  }
}
