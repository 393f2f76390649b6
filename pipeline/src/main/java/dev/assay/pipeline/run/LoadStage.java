package dev.assay.pipeline.run;

import dev.assay.core.bundle.Input;
import dev.assay.core.bundle.InputKind;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.TimeColumn;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.core.suite.Suite;
import dev.assay.core.suite.SuiteExamples;
import dev.assay.data.holdout.HoldoutDefinition;
import dev.assay.data.holdout.HoldoutFile;
import dev.assay.data.parts.GivenParts;
import dev.assay.data.source.DatasetReader;
import dev.assay.data.source.DatasetSource;
import dev.assay.data.source.LoadedDataset;
import dev.assay.data.source.SourceFile;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.experiment.HoldoutDeclaration;
import dev.assay.pipeline.experiment.SuiteDeclaration;
import dev.assay.pipeline.suite.SuiteReader;
import dev.assay.pipeline.trial.LoadedExamples;
import dev.assay.pipeline.trial.LoadedSuite;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the examples of an experiment, the rows of its frozen holdouts and its suites. */
public final class LoadStage {

  private final Experiment experiment;
  private final Progress progress;

  /** Reads the data of this experiment. */
  public LoadStage(Experiment experiment, Progress progress) {
    this.experiment = experiment;
    this.progress = progress;
  }

  /**
   * Reads.
   *
   * @param asOf the last day to know of; without it the last day of the data
   * @throws InvalidInputException with all that is wrong with any of the files
   */
  public LoadedExamples load(Optional<LocalDate> asOf) {
    Problems problems = new Problems();
    experiment.checkAsOf(asOf);
    Optional<LoadedDataset> loaded = collect(problems, experiment.data(), asOf);
    loaded
        .map(data -> data.dataset().schema().names())
        .ifPresent(
            known -> experiment.mentions().forEach(mention -> mention.check(known, problems)));
    List<HoldoutDefinition> holdouts = new ArrayList<>();
    for (HoldoutDeclaration declaration : experiment.holdouts()) {
      switch (declaration) {
        case HoldoutDeclaration.Rolling rolling ->
            holdouts.add(new HoldoutDefinition.Rolling(rolling.name(), rolling.days()));
        case HoldoutDeclaration.Frozen frozen ->
            frozen(frozen, loaded, asOf, problems).ifPresent(holdouts::add);
        case HoldoutDeclaration.Grouped grouped -> {
          // Its rows stay in their parts: they are left out fold by fold.
        }
      }
    }
    List<LoadedSuite> suites =
        loaded.map(data -> suites(data.dataset(), problems)).orElse(List.of());
    problems.throwIfAny();
    return loaded(loaded.orElseThrow(), asOf, holdouts, suites);
  }

  private Optional<LoadedDataset> collect(
      Problems problems, DatasetSource source, Optional<LocalDate> asOf) {
    try {
      return Optional.of(DatasetReader.read(source, asOf, progress));
    } catch (InvalidInputException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private Optional<HoldoutDefinition> frozen(
      HoldoutDeclaration.Frozen frozen,
      Optional<LoadedDataset> loaded,
      Optional<LocalDate> asOf,
      Problems problems) {
    Path file = experiment.folder().resolve(frozen.file());
    DatasetSource declaration =
        loaded
            .map(data -> HoldoutFile.declaration(experiment.data(), file, data.dataset()))
            .orElseGet(() -> HoldoutFile.declaration(experiment.data(), file));
    return collect(problems, declaration, asOf)
        .map(
            read ->
                new HoldoutDefinition.Frozen(
                    frozen.name(), read.dataset(), hash(read.facts().files())));
  }

  private List<LoadedSuite> suites(Dataset dataset, Problems problems) {
    List<Input> inputs = new ArrayList<>(Input.of(dataset));
    experiment
        .data()
        .group()
        .map(column -> new Input(column, InputKind.GROUP))
        .ifPresent(inputs::add);
    SuiteReader reader = new SuiteReader(experiment.folder(), dataset.schema(), inputs, progress);
    List<LoadedSuite> suites = new ArrayList<>();
    for (SuiteDeclaration declaration : experiment.suites()) {
      try {
        Suite suite = reader.read(declaration);
        suites.add(new LoadedSuite(suite, SuiteExamples.of(suite, dataset.schema(), inputs)));
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    return suites;
  }

  private static String hash(List<SourceFile> files) {
    return files.getFirst().sha256();
  }

  private static LoadedExamples loaded(
      LoadedDataset loaded,
      Optional<LocalDate> asOf,
      List<HoldoutDefinition> holdouts,
      List<LoadedSuite> suites) {
    Dataset dataset = loaded.dataset();
    Optional<LocalDate> day =
        asOf.isPresent() ? asOf : dataset.attributes().time().map(TimeColumn::lastDay);
    return new LoadedExamples(
        dataset,
        dataset.fingerprint(),
        loaded.givenParts().map(column -> GivenParts.parse(column, "data.part")),
        loaded.facts(),
        day,
        holdouts,
        suites);
  }
}
