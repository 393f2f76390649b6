package dev.assay.pipeline.run;

import dev.assay.core.gate.GroupNames;
import dev.assay.core.gate.MinimumSupport;
import dev.assay.core.gate.SubjectSelector;
import dev.assay.core.gate.Target;
import dev.assay.core.problem.NearestName;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.experiment.HoldoutDeclaration;
import dev.assay.registry.Registry;
import dev.assay.registry.run.RunRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks up in recorded verdicts which groups came off worst. Groups that were picked on rows that
 * judge them now get better by themselves, so it matters whether the run knew of these rows.
 */
final class EarlierRuns {

  private final Registry registry;
  private final Experiment experiment;

  EarlierRuns(Registry registry, Experiment experiment) {
    this.registry = registry;
    this.experiment = experiment;
  }

  /** The names of the groups that came off worst, as {@link GroupNames} tells them. */
  GroupNames worst(SubjectSelector.WorstGroups worst, Target target) {
    List<RunRecord> meant = meant(worst.run());
    return switch (meant.size()) {
      case 0 -> {
        List<String> known = registry.runs().all().stream().map(RunRecord::runId).toList();
        yield new GroupNames.Unknown(
            "there is no run '%s' on record. %s"
                .formatted(worst.run(), NearestName.advice(worst.run(), known)));
      }
      case 1 -> worst(worst, target, meant.getFirst());
      default ->
          new GroupNames.Unknown(
              "'%s' may be any of the runs %s"
                  .formatted(
                      worst.run(),
                      String.join(", ", meant.stream().map(RunRecord::runId).toList())));
    };
  }

  /**
   * The run of an id, or all whose ids begin like this: the last letters of an id depend on data
   * and code, which an experiment file cannot know beforehand.
   */
  private List<RunRecord> meant(String id) {
    return registry
        .runs()
        .run(id)
        .map(List::of)
        .orElseGet(
            () ->
                registry.runs().all().stream().filter(run -> run.runId().startsWith(id)).toList());
  }

  private GroupNames worst(SubjectSelector.WorstGroups worst, Target target, RunRecord run) {
    String holdout = target.holdouts().getFirst();
    List<Figure> figures = figures(run, holdout, target);
    if (figures.isEmpty()) {
      return new GroupNames.Unknown(
          "the run '%s' has no %s by group on %s with the support asked for"
              .formatted(run.runId(), target.metric(), holdout));
    }
    Comparator<Figure> order =
        Comparator.comparingDouble(
            figure ->
                switch (worst.by()) {
                  case CHANGE -> figure.change();
                  case VALUE -> figure.value();
                });
    Comparator<Figure> worstFirst = target.metric().higherIsBetter() ? order : order.reversed();
    List<String> groups =
        figures.stream()
            .sorted(worstFirst.thenComparing(Figure::group))
            .limit(worst.count())
            .map(Figure::group)
            .toList();
    String pickedOn = knewTheRows(run, holdout) ? holdout : run.runId();
    String remark =
        groups.size() == worst.count()
            ? ""
            : "the worst %d are asked for, and the run '%s' has %s on %s with the support asked for of %d groups only"
                .formatted(worst.count(), run.runId(), target.metric(), holdout, groups.size());
    return new GroupNames.Known(new SubjectSelector.NamedGroups(groups, pickedOn), remark);
  }

  /** Whether the run may have seen rows of the days that judge now. */
  private boolean knewTheRows(RunRecord run, String holdout) {
    LocalDate then = run.asOf();
    Optional<LocalDate> since =
        experiment.holdouts().stream()
            .filter(declared -> declared.name().equals(holdout))
            .filter(HoldoutDeclaration.Grouped.class::isInstance)
            .flatMap(declared -> ((HoldoutDeclaration.Grouped) declared).since().stream())
            .findFirst();
    return then == null || since.isEmpty() || !then.isBefore(since.get());
  }

  private record Figure(String group, double value, double change) {}

  private List<Figure> figures(RunRecord run, String holdout, Target target) {
    JsonNode verdict = new JsonMapper().readTree(registry.objects().get(run.verdictObject()));
    List<Figure> figures = new ArrayList<>();
    for (JsonNode set : verdict.path("holdouts")) {
      if (set.path("name").asString().equals(holdout)) {
        for (JsonNode figure : set.path("figures")) {
          figure(figure, target).ifPresent(figures::add);
        }
      }
    }
    return figures;
  }

  private static Optional<Figure> figure(JsonNode figure, Target target) {
    JsonNode subject = figure.path("subject");
    JsonNode value = figure.path("candidate");
    JsonNode change = figure.path("difference");
    boolean asked =
        figure.path("metric").asString().equals(target.metric().name())
            && subject.path("kind").asString().equals("group")
            && value.isNumber()
            && change.isNumber()
            && isSupported(figure.path("support"), target.minimumSupport());
    return asked
        ? Optional.of(
            new Figure(subject.path("group").asString(), value.asDouble(), change.asDouble()))
        : Optional.empty();
  }

  private static boolean isSupported(JsonNode support, MinimumSupport minimum) {
    String unit =
        switch (minimum.unit()) {
          case EVENTS -> "events";
          case POSITIVES -> "positives";
        };
    return support.path(unit).asLong() >= minimum.count();
  }
}
