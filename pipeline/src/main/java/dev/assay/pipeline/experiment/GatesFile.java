package dev.assay.pipeline.experiment;

import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.gate.Gate;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import dev.assay.pipeline.yaml.Section;
import dev.assay.pipeline.yaml.YamlFile;
import dev.assay.pipeline.yaml.YamlValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What predictions are judged by: an experiment file, of which its data and training are not looked
 * at, or a small file with {@code name} and {@code gates}, and if need be {@code thresholds},
 * {@code tiers}, {@code holdouts}, {@code slices}, {@code suites} and {@code horizon}.
 *
 * @param file the file
 * @param text what stands in it
 * @param name the name that it gives itself
 * @param gates what a candidate must meet
 * @param decision what cuts are chosen for, where they are chosen
 * @param holdouts the names of the holdouts that it declares; empty where it declares none, and
 *     every name that a gate says is one
 * @param slices columns that metrics are broken down by
 * @param horizonDays how many days ahead the labels look; 0 for none
 * @param suites the suites that it declares, their files relative to its folder
 * @param textColumn what the text of an input is called
 */
public record GatesFile(
    Path file,
    String text,
    String name,
    List<Gate> gates,
    DecisionDeclaration decision,
    List<String> holdouts,
    List<String> slices,
    int horizonDays,
    List<SuiteDeclaration> suites,
    String textColumn) {

  private static final List<String> OF_EXPERIMENTS = List.of("data", "train");

  /** What the text of an input is called where nothing else is said. */
  public static final String TEXT = "text";

  /** Copies the lists. */
  public GatesFile {
    gates = List.copyOf(gates);
    holdouts = List.copyOf(holdouts);
    slices = List.copyOf(slices);
    suites = List.copyOf(suites);
  }

  /**
   * Reads and checks a file.
   *
   * @throws InvalidInputException with all its problems, each with its line
   */
  public static GatesFile read(Path file) {
    String text = YamlFile.text(file);
    Problems problems = new Problems();
    YamlValue.Mapping mapping = YamlFile.parse(file.toString(), text, problems);
    if (OF_EXPERIMENTS.stream().anyMatch(mapping.entries()::containsKey)) {
      return of(ExperimentReader.parse(file, text));
    }
    Section top = new Section(mapping, "", problems);
    GatesFile read = small(file, text, top, problems);
    top.done();
    problems.throwIfAny();
    return read;
  }

  private static GatesFile of(Experiment experiment) {
    List<String> holdouts = new ArrayList<>(List.of(HoldoutDeclaration.TEST));
    experiment.holdouts().forEach(holdout -> holdouts.add(holdout.name()));
    return new GatesFile(
        experiment.file(),
        experiment.text(),
        experiment.name(),
        experiment.gates(),
        experiment.decision(),
        holdouts,
        experiment.data().slices(),
        experiment.data().horizonDays(),
        experiment.suites(),
        textColumn(experiment));
  }

  private static String textColumn(Experiment experiment) {
    Set<String> texts = experiment.data().features().texts();
    return texts.size() == 1 ? texts.iterator().next() : TEXT;
  }

  private static GatesFile small(Path file, String text, Section top, Problems problems) {
    String name = ExperimentReader.name(top);
    List<String> slices = top.texts("slices");
    int horizon = top.days("horizon").orElse(0);
    List<String> holdouts = holdouts(top);
    Optional<Set<String>> known =
        holdouts.isEmpty() ? Optional.empty() : Optional.of(new HashSet<>(holdouts));
    Tiers tiers = TiersSection.read(top, known);
    DecisionDeclaration decision = ThresholdsSection.uncalibrated(top).within(tiers.bounds());
    List<SuiteDeclaration> suites = SuitesSection.read(top, problems);
    Optional<Set<String>> suiteNames =
        suites.isEmpty()
            ? Optional.empty()
            : Optional.of(suites.stream().map(SuiteDeclaration::name).collect(Collectors.toSet()));
    List<Gate> gates =
        GateSection.readAll(top, new GateContext(known, slices, tiers, Map.of(), suiteNames));
    return new GatesFile(
        file, text, name, gates, decision, holdouts, slices, horizon, suites, TEXT);
  }

  /** Names, or the declarations of an experiment file, whose definitions are not needed here. */
  private static List<String> holdouts(Section top) {
    if (top.value("holdouts").orElse(null) instanceof YamlValue.Mapping) {
      Section section = top.section("holdouts").orElseThrow();
      return HoldoutsSection.read(section).stream().map(HoldoutDeclaration::name).toList();
    }
    return top.texts("holdouts");
  }

  /** The names of the holdouts that gates look at, in the order of the gates. */
  public List<String> gatedHoldouts() {
    return gates.stream().flatMap(gate -> gate.holdouts().stream()).distinct().toList();
  }

  /** The names that predictions may be given for. */
  public List<String> knownHoldouts() {
    return holdouts.isEmpty() ? gatedHoldouts() : holdouts;
  }

  /** SHA-256 of the text in UTF-8. */
  public String fileHash() {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Notes a name that no predictions may be given for.
   *
   * @param where how the user would look the name up
   */
  public void checkHoldout(String where, String holdout, Problems problems) {
    if (!knownHoldouts().contains(holdout)) {
      problems.add(
          where,
          "'" + holdout + "' is no holdout of " + file + ".",
          NearestName.advice(holdout, knownHoldouts()));
    }
  }
}
