package dev.assay.pipeline.run;

import dev.assay.core.bundle.Bundle;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.trial.Candidate;
import dev.assay.pipeline.trial.Decided;
import dev.assay.pipeline.trial.LoadedExamples;
import dev.assay.pipeline.trial.RefitCheck;
import dev.assay.pipeline.trial.SplitExamples;
import dev.assay.registry.Registry;
import dev.assay.report.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Trains the candidate of an experiment without judging it: the same bundle that a run would judge,
 * stored in the registry and written out as files. Nothing goes on record, and nothing is promoted.
 */
public final class CandidateTraining {

  private final Experiment experiment;
  private final Surroundings surroundings;

  /** The training of an experiment's candidate. */
  public CandidateTraining(Experiment experiment, Surroundings surroundings) {
    this.experiment = experiment;
    this.surroundings = surroundings;
  }

  /**
   * Trains.
   *
   * @param asOf the day to take for today; without it the last day of the data
   * @param out the folder for the bundle's files; it must be empty or not there
   * @throws InvalidInputException where the experiment's input is wrong, the folder holds
   *     something, or a run of this home is under way
   * @throws UncheckedIOException where a file cannot be written
   */
  public TrainedCandidate train(Optional<LocalDate> asOf, Path out) {
    requireEmpty(out);
    Registry registry = Registries.open(surroundings);
    return HomeLock.holding(
        registry,
        lock -> {
          TrainedCandidate trained = train(registry, asOf);
          export(registry.bundles().exported(trained.hash()), out);
          return trained;
        });
  }

  private static void export(Map<String, byte[]> files, Path out) {
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        AtomicFile.write(out.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The bundle cannot be written to " + out + ".", e);
    }
  }

  private TrainedCandidate train(Registry registry, Optional<LocalDate> asOf) {
    LoadedExamples loaded = new LoadStage(experiment, surroundings.progress()).load(asOf);
    SplitExamples split =
        new SplitStage(experiment, surroundings.home(), surroundings.progress()).split(loaded);
    TrialStage trial =
        new TrialStage(experiment, surroundings, registry, new StageClock(), loaded, split);
    try (Candidate onTrial = trial.candidate()) {
      Decided candidate = onTrial.decided();
      Optional<Refit> refit = trial.refit(onTrial);
      try {
        Bundle bundle = trial.bundle(candidate, refit);
        TrainedCandidate trained =
            new TrainedCandidate(
                registry.bundles().store(bundle),
                bundle.manifest(),
                split.train().size(),
                split.validation().size(),
                candidate.thresholds(),
                refit.map(Refit::check).map(RefitCheck::reasonsToHold).orElse(List.of()));
        trial.forgetTrainings();
        return trained;
      } finally {
        refit.ifPresent(Refit::close);
      }
    }
  }

  private static void requireEmpty(Path out) {
    if (Files.notExists(out)) {
      return;
    }
    if (!Files.isDirectory(out)) {
      throw new InvalidInputException(out.toString(), "is no folder.", "Name another --out.");
    }
    try (Stream<Path> files = Files.list(out)) {
      if (files.findAny().isPresent()) {
        throw new InvalidInputException(
            out.toString(), "holds something already.", "Name an --out that is not there yet.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + out + " cannot be listed.", e);
    }
  }
}
