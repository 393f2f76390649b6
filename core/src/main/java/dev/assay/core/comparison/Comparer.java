package dev.assay.core.comparison;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.example.Attributes;
import dev.assay.core.statistics.BootstrapPlan;
import dev.assay.core.statistics.BootstrapSettings;
import dev.assay.core.statistics.ClusterChoice;
import dev.assay.core.statistics.Clusters;
import dev.assay.core.statistics.PairedBootstrap;
import dev.assay.core.statistics.PairedEstimate;
import dev.assay.core.statistics.PairedFigure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Compares two bundles on the same examples.
 *
 * <p>Rows that depend on each other are drawn together: groups where they are declared, see {@link
 * ClusterChoice#across}. The figure of a single group is drawn from inside it, see {@link
 * ClusterChoice#within}.
 */
public final class Comparer {

  private final BootstrapSettings settings;
  private final int horizonDays;

  /**
   * Comparisons with these draws.
   *
   * @param settings how replicates are drawn
   * @param horizonDays how many days ahead the label looks; 0 for none
   */
  public Comparer(BootstrapSettings settings, int horizonDays) {
    this.settings = settings;
    this.horizonDays = horizonDays;
  }

  /**
   * Compares on the labels that both sides know. Questions about a label that only the candidate
   * knows are answered without a champion.
   *
   * @param holdout the holdout's name
   * @param champion the bundle in production; rows in any order
   * @param candidate the bundle on trial
   * @param exposure rows that were removed since a side was trained on them
   * @param questions what is asked; those about a subject without a row stay unanswered
   * @throws dev.assay.core.problem.InvalidInputException where the sides are not of the same
   *     examples with the same truth, or share no labels
   */
  public Comparison compare(
      String holdout, Side champion, Side candidate, Exposure exposure, List<Question> questions) {
    SharedLabels shared =
        SharedLabels.of(holdout, champion.predictions().schema(), candidate.predictions().schema());
    Side aligned =
        new Side(
            Alignment.align(
                holdout, champion.predictions(), candidate.predictions(), shared.schema().names()),
            champion.rule());
    Contest contest = new Contest(candidate, shared.of(candidate), shared.of(aligned));
    return answered(holdout, contest, exposure, shared, questions);
  }

  /**
   * Figures of a candidate that has no champion to be compared with: every difference is undefined.
   *
   * @param holdout the holdout's name
   * @param candidate the bundle on trial
   * @param exposure rows that were removed since the candidate was trained on them
   * @param questions what is asked; those about a subject without a row stay unanswered
   */
  public Comparison alone(
      String holdout, Side candidate, Exposure exposure, List<Question> questions) {
    SharedLabels all = new SharedLabels(candidate.predictions().schema(), List.of(), List.of());
    Contest contest = new Contest(candidate, candidate, null);
    return answered(holdout, contest, exposure, all, questions);
  }

  private Comparison answered(
      String holdout,
      Contest contest,
      Exposure exposure,
      SharedLabels labels,
      List<Question> questions) {
    Attributes attributes = contest.candidate().predictions().attributes();
    ClusterChoice across = ClusterChoice.across(attributes, horizonDays);
    ClusterChoice within = ClusterChoice.within(attributes, horizonDays);
    List<Question> answerable = questions.stream().distinct().filter(contest::has).toList();
    Map<Boolean, List<Question>> ofGroup =
        answerable.stream()
            .collect(Collectors.partitioningBy(q -> q.subject() instanceof Subject.Group));
    Map<Question, PairedEstimate> estimates = new HashMap<>();
    estimates.putAll(estimates(contest, across.clusters(), ofGroup.getOrDefault(false, List.of())));
    estimates.putAll(estimates(contest, within.clusters(), ofGroup.getOrDefault(true, List.of())));
    List<Compared> figures = new ArrayList<>(answerable.size());
    for (Question question : answerable) {
      PairedEstimate estimate = Objects.requireNonNull(estimates.get(question));
      figures.add(new Compared(question, estimate, contest.support(question.subject())));
    }
    ComparisonBasis basis =
        new ComparisonBasis(
            attributes.size(), exposure, across.words(), labels.added(), labels.retired());
    return new Comparison(holdout, basis, figures, contest.outputs(), contest.decisions());
  }

  private Map<Question, PairedEstimate> estimates(
      Contest contest, Clusters clusters, List<Question> asked) {
    List<PairedFigure> figures = contest.figures(asked, clusters);
    List<PairedEstimate> answers =
        new PairedBootstrap(new BootstrapPlan(clusters, settings)).estimate(figures);
    Map<Question, PairedEstimate> estimates = new HashMap<>();
    for (int i = 0; i < answers.size(); i++) {
      estimates.put(asked.get(i), answers.get(i).within(asked.get(i).metric()));
    }
    return estimates;
  }
}
