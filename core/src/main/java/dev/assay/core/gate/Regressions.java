package dev.assay.core.gate;

import dev.assay.core.comparison.Compared;
import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which of many differences between candidate and champion are regressions: labels, levels of
 * slices, labels in them, groups. Where enough are looked at, some look bad by chance; so a loss is
 * called a regression only where that would happen by chance to none of them but once in 20
 * verdicts (Holm), and a longer list is worth a look (Benjamini-Hochberg).
 *
 * <p>P-values are one-sided and those of {@link Estimate#pValue}. With 33 labels in 5 levels of a
 * slice, of 20 to 100 positives each, and no true difference, a regression in F1 was called in 3%
 * of 600 simulated verdicts; with 6 to 30 positives each in 1%.
 *
 * @param judged how many differences were judged together
 * @param called the regressions, the surest first
 * @param worthALook losses that are not called, but of which at most a tenth are expected to be
 *     chance, the surest first
 * @param unshown what could not be judged
 */
public record Regressions(
    int judged, List<Loss> called, List<Loss> worthALook, List<Unshown> unshown) {

  /** The probability of calling any regression where there is none. */
  public static final double FAMILY_WISE = 0.05;

  /** The expected share of chance among what is called or worth a look. */
  public static final double FALSE_DISCOVERY = 0.10;

  /** Copies the lists. */
  public Regressions {
    called = List.copyOf(called);
    worthALook = List.copyOf(worthALook);
    unshown = List.copyOf(unshown);
  }

  /**
   * A loss.
   *
   * @param compared what lost
   * @param holm its p-value adjusted for calling any falsely
   * @param falseDiscovery its p-value adjusted for the share of false ones
   */
  public record Loss(Compared compared, double holm, double falseDiscovery) {}

  /**
   * A difference that could not be judged.
   *
   * @param compared what it is of
   * @param reason why: too little support, or why it has no standard error
   * @param detectable the effect that it could show, see {@link Estimate#detectable}; undefined
   *     where nothing would show
   */
  public record Unshown(Compared compared, String reason, MetricValue detectable) {}

  /**
   * The regressions among differences that are judged together.
   *
   * @param figures one for each subject, of one metric or several
   * @param minimum the support below which a difference is listed as unshown
   */
  public static Regressions among(List<Compared> figures, MinimumSupport minimum) {
    List<Compared> judged = new ArrayList<>();
    List<Unshown> unshown = new ArrayList<>();
    for (Compared figure : figures) {
      if (!minimum.isMetBy(figure.support())) {
        unshown.add(unshown(figure, minimum.words(figure.support())));
      } else if (loss(figure) instanceof MetricValue.Undefined(String reason)) {
        unshown.add(unshown(figure, reason));
      } else {
        judged.add(figure);
      }
    }
    List<Adjusted> adjusted = Adjusted.ofPValues(judged.stream().map(Regressions::loss).toList());
    List<Loss> losses = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      losses.add(new Loss(judged.get(i), adjusted.get(i).holm(), adjusted.get(i).falseDiscovery()));
    }
    losses.sort(Comparator.comparingDouble(Loss::holm).thenComparingDouble(Loss::falseDiscovery));
    return new Regressions(
        judged.size(),
        losses.stream().filter(loss -> loss.holm() <= FAMILY_WISE).toList(),
        losses.stream()
            .filter(loss -> loss.holm() > FAMILY_WISE && loss.falseDiscovery() <= FALSE_DISCOVERY)
            .toList(),
        unshown);
  }

  private static MetricValue loss(Compared figure) {
    Limit nothingLost = ChangeLimit.loseAtMost(0).ofDifference(figure.question().metric());
    return nothingLost.pValueOfMissing(figure.estimate().difference());
  }

  private static Unshown unshown(Compared figure, String reason) {
    return new Unshown(figure, reason, figure.estimate().difference().detectable());
  }
}
