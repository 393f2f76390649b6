package dev.assay.pipeline.run;

import dev.assay.core.bundle.TrainingExposure;
import dev.assay.core.comparison.Comparison;
import dev.assay.core.comparison.Exposure;
import dev.assay.core.comparison.Side;
import dev.assay.core.example.Dataset;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import dev.assay.data.holdout.HoldoutHealth;
import dev.assay.pipeline.trial.Contender;
import dev.assay.pipeline.trial.HeldOut;
import dev.assay.pipeline.trial.LoadedExamples;
import dev.assay.pipeline.trial.Scored;
import dev.assay.pipeline.trial.SplitExamples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Scores candidate and champion on the same rows of every set, and compares them. */
final class ScoreStage {

  private final SplitExamples split;
  private final LoadedExamples loaded;
  private final HeldOutPredictions predictions;
  private final ComparisonStage comparison;
  private final Progress progress;

  ScoreStage(
      SplitExamples split,
      LoadedExamples loaded,
      HeldOutPredictions predictions,
      ComparisonStage comparison,
      Progress progress) {
    this.split = split;
    this.loaded = loaded;
    this.predictions = predictions;
    this.comparison = comparison;
    this.progress = progress;
  }

  /**
   * Scores both.
   *
   * @param earlierCandidates how many other candidates were judged on a set before
   */
  List<Scored> score(
      Contender candidate, Contender champion, ToIntFunction<HeldOut> earlierCandidates) {
    List<Scored> scored = new ArrayList<>();
    for (HeldOut set : split.heldOut()) {
      progress.report("scoring and comparing", scored.size(), split.heldOut().size());
      scored.add(score(set, candidate, champion, earlierCandidates.applyAsInt(set)));
    }
    progress.report("scoring and comparing", scored.size(), split.heldOut().size());
    return scored;
  }

  /** Compares the candidate with another model on every set as a whole. */
  List<Comparison> compare(Contender candidate, Contender other) {
    return split.heldOut().stream()
        .map(set -> comparison.wholes(set.name(), sides(set, candidate, other)))
        .toList();
  }

  /** As {@link #compare}, and F1 of every label. */
  List<Comparison> compareLabels(Contender candidate, Contender other) {
    return split.heldOut().stream()
        .map(set -> comparison.wholeAndLabels(set.name(), sides(set, candidate, other)))
        .toList();
  }

  private ComparisonStage.Sides sides(HeldOut set, Contender candidate, Contender other) {
    return sides(set, candidate, predictions.of(set, candidate), other, predictions.of(set, other));
  }

  private Scored score(
      HeldOut set, Contender candidate, Contender champion, int earlierCandidates) {
    Predictions ofCandidate = predictions.of(set, candidate);
    Predictions ofChampion = predictions.of(set, champion);
    return comparison.of(
        set,
        sides(set, candidate, ofCandidate, champion, ofChampion),
        ofCandidate,
        ofChampion,
        health(set, earlierCandidates));
  }

  /** Both on the rows that neither was trained on. */
  private static ComparisonStage.Sides sides(
      HeldOut set,
      Contender candidate,
      Predictions ofCandidate,
      Contender champion,
      Predictions ofChampion) {
    Removal removal = Removal.of(set.examples(), candidate.exposure(), champion.exposure());
    if (removal.rowsLeft().length == 0) {
      throw new InvalidInputException(
          "holdout '" + set.name() + "'",
          "no row is left that neither candidate nor champion was trained on: %s."
              .formatted(removal.exposure()),
          "Freeze a holdout before the champion is trained, or use one that is newer than it.");
    }
    Side left = new Side(ofCandidate.select(removal.rowsLeft()), candidate.scorer().rule());
    Side right = new Side(ofChampion.select(removal.rowsLeft()), champion.scorer().rule());
    return new ComparisonStage.Sides(left, right, removal.exposure());
  }

  private Optional<HoldoutHealth> health(HeldOut set, int earlierCandidates) {
    LocalDate day = loaded.day();
    return set.cut()
        .map(cut -> HoldoutHealth.of(cut, split.train(), loaded.dataset(), day, earlierCandidates));
  }

  /** The rows that leave a comparison because a side was trained on them. */
  private static final class Removal {

    private final int[] rowsLeft;
    private final Exposure exposure;

    private Removal(int[] rowsLeft, Exposure exposure) {
      this.rowsLeft = rowsLeft;
      this.exposure = exposure;
    }

    int[] rowsLeft() {
      return rowsLeft;
    }

    Exposure exposure() {
      return exposure;
    }

    static Removal of(Dataset examples, TrainingExposure candidate, TrainingExposure champion) {
      boolean[] byCandidate = exposed(examples, candidate);
      boolean[] byChampion = exposed(examples, champion);
      int[] left =
          IntStream.range(0, examples.size())
              .filter(row -> !byCandidate[row] && !byChampion[row])
              .toArray();
      return new Removal(left, words(candidate, champion, count(byCandidate), count(byChampion)));
    }

    private static boolean[] exposed(Dataset examples, TrainingExposure exposure) {
      boolean[] exposed = new boolean[examples.size()];
      if (exposure instanceof TrainingExposure.Known known) {
        dev.assay.data.leak.Exposure found =
            dev.assay.data.leak.Exposure.of(
                examples, known.ids()::contains, known.contents()::contains);
        for (int row = 0; row < exposed.length; row++) {
          exposed[row] = found.isExposed(row);
        }
      }
      return exposed;
    }

    private static Exposure words(
        TrainingExposure candidate, TrainingExposure champion, long left, long right) {
      if (candidate instanceof TrainingExposure.Unknown(String reason)) {
        return new Exposure.Unknown("candidate: " + reason);
      }
      if (champion instanceof TrainingExposure.Unknown(String reason)) {
        return new Exposure.Unknown("champion: " + reason);
      }
      return new Exposure.Known(left, right);
    }

    private static long count(boolean[] rows) {
      return IntStream.range(0, rows.length).filter(row -> rows[row]).count();
    }
  }
}
