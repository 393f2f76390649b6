package dev.assay.pipeline.trial;

import dev.assay.core.bundle.Provenance;
import dev.assay.core.fingerprint.Sha256;
import dev.assay.data.holdout.HoldoutDefinition;
import dev.assay.data.source.FileHash;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.experiment.TrainingDeclaration;
import dev.assay.registry.Registry;
import dev.assay.registry.run.RunRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What makes a run the run that it is. The same experiment file, data, code and as-of day give the
 * same inputs key; together with the champion that it is judged against they give the same run id
 * and the same verdict.
 *
 * @param runId the id of the run
 * @param inputsKey the hash of file, data, code and day
 * @param opponent the hash of the bundle that the candidate is judged against
 * @param repeated the recorded run that this one repeats; empty for a new one
 */
public record RunIdentity(
    String runId, String inputsKey, String opponent, Optional<RunRecord> repeated) {

  private static final int DIGITS = 8;

  /** The hash of all that determines a run but the champion. */
  public static String inputsKey(
      Experiment experiment, LoadedExamples loaded, Provenance provenance) {
    Sha256 key =
        new Sha256()
            .add(experiment.fileHash())
            .add(loaded.fingerprint())
            .add(loaded.asOf().map(LocalDate::toString).orElse(""))
            .add(provenance.codeFingerprint());
    provenance.versions().forEach((name, version) -> key.add(name).add(version));
    for (HoldoutDefinition holdout : loaded.holdouts()) {
      if (holdout instanceof HoldoutDefinition.Frozen frozen) {
        key.add(frozen.name()).add(frozen.fileHash());
      }
    }
    for (LoadedSuite suite : loaded.suites()) {
      key.add(suite.title()).add(suite.suite().fingerprint());
    }
    TrainingDeclaration training = experiment.training();
    for (String material : training.trainer().materials(training.settings())) {
      key.add(FileHash.sha256(Path.of(material)));
    }
    return key.hex();
  }

  /**
   * The recorded run that a run with these inputs repeats: the latest of the same inputs that was
   * judged against the present champion, or whose candidate that is.
   */
  public static Optional<RunRecord> repeated(Registry registry, String inputsKey, String champion) {
    return registry.runs().byInputs(inputsKey).stream()
        .filter(run -> champion.equals(run.opponent()) || champion.equals(run.candidate()))
        .reduce((earlier, later) -> later);
  }

  /** The identity of a run against a champion. */
  public static RunIdentity of(
      Experiment experiment,
      LoadedExamples loaded,
      String inputsKey,
      String opponent,
      Optional<RunRecord> repeated) {
    String hash = new Sha256().add(inputsKey).add(opponent).hex().substring(0, DIGITS);
    String day = loaded.asOf().map(asOf -> asOf + "-").orElse("");
    return new RunIdentity(experiment.name() + "-" + day + hash, inputsKey, opponent, repeated);
  }
}
