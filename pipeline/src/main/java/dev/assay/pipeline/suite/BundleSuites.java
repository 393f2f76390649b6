package dev.assay.pipeline.suite;

import dev.assay.core.bundle.Bundle;
import dev.assay.core.bundle.BundleManifest;
import dev.assay.core.bundle.Input;
import dev.assay.core.bundle.InputKind;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.core.suite.Suite;
import dev.assay.core.suite.SuiteExamples;
import dev.assay.core.suite.SuiteOutcome;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.experiment.ExperimentReader;
import dev.assay.pipeline.experiment.SuiteDeclaration;
import dev.assay.pipeline.scoring.BundleScorers;
import dev.assay.pipeline.scoring.Scorer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Runs suites on one bundle, by the model that is served. */
public final class BundleSuites {

  private final Bundle bundle;
  private final Progress progress;

  /** Suites for a bundle. */
  public BundleSuites(Bundle bundle, Progress progress) {
    this.bundle = bundle;
    this.progress = progress;
  }

  /**
   * The outcome of every suite that a file is, or names.
   *
   * @param file a file of vectors, or an experiment file with suites
   * @throws InvalidInputException with all that is wrong with the files, or where the experiment
   *     names no suite
   */
  public List<SuiteOutcome> run(Path file) {
    List<Suite> suites = SuiteReader.isVectors(file) ? List.of(vectors(file)) : declared(file);
    List<SuiteOutcome> outcomes = new ArrayList<>();
    try (Scorer scorer = BundleScorers.served(bundle)) {
      for (Suite suite : suites) {
        progress.report("running suites", outcomes.size(), suites.size());
        outcomes.add(
            SuiteScoring.outcome(
                suite,
                SuiteExamples.of(suite, scorer.rule().schema(), manifest().inputs()),
                scorer));
      }
    }
    progress.report("running suites", outcomes.size(), suites.size());
    return outcomes;
  }

  private BundleManifest manifest() {
    return bundle.manifest();
  }

  private Suite vectors(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    return reader(Objects.requireNonNull(whole.getParent()), List.of())
        .read(SuiteDeclaration.ofFile(String.valueOf(whole.getFileName())));
  }

  private List<Suite> declared(Path file) {
    Experiment experiment = ExperimentReader.read(file);
    if (experiment.suites().isEmpty()) {
      throw new InvalidInputException(
          file.toString(), "names no suite.", "Add 'suites: [suites/known-cases.yaml]'.");
    }
    SuiteReader reader = reader(experiment.folder(), experiment.data().features().include());
    Problems problems = new Problems();
    List<Suite> suites = new ArrayList<>();
    for (SuiteDeclaration declaration : experiment.suites()) {
      try {
        suites.add(reader.read(declaration));
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    problems.throwIfAny();
    return suites;
  }

  /** Vectors may have features that this bundle does not look at. */
  private SuiteReader reader(Path folder, List<String> features) {
    List<Input> inputs = new ArrayList<>(manifest().inputs());
    List<String> read = inputs.stream().map(Input::name).toList();
    features.stream()
        .filter(feature -> !read.contains(feature))
        .map(feature -> new Input(feature, InputKind.CATEGORICAL))
        .forEach(inputs::add);
    return new SuiteReader(folder, manifest().schema(), inputs, progress);
  }
}
