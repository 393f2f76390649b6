package dev.assay.pipeline.data;

import dev.assay.core.example.Dataset;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import dev.assay.core.progress.Progress;
import dev.assay.data.prior.PriorExplanation;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.run.LoadStage;
import dev.assay.pipeline.run.SplitStage;
import dev.assay.pipeline.trial.LoadedExamples;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads and splits the data of an experiment as a run would, and records nothing. */
public final class DataCheck {

  private final Experiment experiment;
  private final Path home;
  private final Progress progress;

  /**
   * A check.
   *
   * @param home the folder with the parts on record
   */
  public DataCheck(Experiment experiment, Path home, Progress progress) {
    this.experiment = experiment;
    this.home = home;
    this.progress = progress;
  }

  /**
   * Checks.
   *
   * @param asOf the day to take for today; without it the last day of the data
   * @param before the first day of the later period that priors are compared of; without it the
   *     last days are the later period
   * @param label the label whose prior is explained; without it every label's
   * @throws InvalidInputException where a run could not even start
   */
  public CheckedData check(
      Optional<LocalDate> asOf, Optional<LocalDate> before, Optional<String> label) {
    LoadedExamples loaded = new LoadStage(experiment, progress).load(asOf);
    SplitStage splitting = new SplitStage(experiment, home, progress);
    List<String> labels = labels(loaded.dataset(), label);
    List<PriorExplanation> priors =
        loaded.dataset().attributes().time().isEmpty() && before.isEmpty()
            ? List.of()
            : labels.stream().map(name -> explain(loaded.dataset(), name, before)).toList();
    return new CheckedData(loaded, splitting.sets(splitting.assign(loaded)), priors);
  }

  private static List<String> labels(Dataset dataset, Optional<String> label) {
    List<String> names = dataset.schema().names();
    label
        .filter(name -> !names.contains(name))
        .ifPresent(
            name -> {
              throw new InvalidInputException(
                  "--label", "there is no label '" + name + "'.", NearestName.advice(name, names));
            });
    return label.map(List::of).orElse(names);
  }

  private PriorExplanation explain(Dataset dataset, String label, Optional<LocalDate> before) {
    int horizon = experiment.data().horizonDays();
    return before
        .map(day -> PriorExplanation.of(dataset, label, horizon, day))
        .orElseGet(() -> PriorExplanation.of(dataset, label, horizon));
  }
}
