package dev.assay.pipeline.experiment;

import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.gate.Gate;
import dev.assay.core.ledger.ExpectedEffect;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.data.source.DatasetSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An experiment file, read and checked, with every default filled in.
 *
 * @param file the file
 * @param text what stands in it
 * @param name the name of the experiment
 * @param hypothesis why the change should help; empty where nothing is said
 * @param buildsOn the run that it builds on, where one is named
 * @param expected effects expected, frozen before training
 * @param data where examples come from and what their columns are
 * @param optionalLabels labels that whoever asks for a decision may leave out
 * @param mentions labels that the file names outside its data, there or not
 * @param parts how examples come to their parts
 * @param holdouts evaluation sets besides the test part
 * @param suites behavioural test sets
 * @param training what is trained
 * @param baselines simple models that the candidate is measured against; they gate nothing
 * @param export the precisions that the weights are stored in, where the file asks for some
 * @param decision how scores become decisions
 * @param gates what a candidate must meet
 * @param reported what of the run's rows its report shows
 */
public record Experiment(
    Path file,
    String text,
    String name,
    String hypothesis,
    Optional<String> buildsOn,
    List<ExpectedEffect> expected,
    DatasetSource data,
    List<String> optionalLabels,
    List<LabelMention> mentions,
    PartsDeclaration parts,
    List<HoldoutDeclaration> holdouts,
    List<SuiteDeclaration> suites,
    TrainingDeclaration training,
    List<BaselineDeclaration> baselines,
    Optional<ExportDeclaration> export,
    DecisionDeclaration decision,
    List<Gate> gates,
    ReportDeclaration reported) {

  /** Copies the lists. */
  public Experiment {
    expected = List.copyOf(expected);
    optionalLabels = List.copyOf(optionalLabels);
    mentions = List.copyOf(mentions);
    holdouts = List.copyOf(holdouts);
    baselines = List.copyOf(baselines);
    suites = List.copyOf(suites);
    gates = List.copyOf(gates);
  }

  /** SHA-256 of the text in UTF-8. */
  public String fileHash() {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Refuses an as-of day where the data have no time.
   *
   * @throws InvalidInputException then
   */
  public void checkAsOf(Optional<LocalDate> asOf) {
    if (asOf.isPresent() && data.time().isEmpty()) {
      throw new InvalidInputException(
          "--as-of", "needs a time column, and the data declare none.", "Declare 'data.time'.");
    }
  }

  /** The folder of the file, where relative paths start. */
  public Path folder() {
    return data.folder();
  }
}
