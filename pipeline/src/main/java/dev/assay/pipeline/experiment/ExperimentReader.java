package dev.assay.pipeline.experiment;

import dev.assay.core.gate.Gate;
import dev.assay.core.ledger.EffectRange;
import dev.assay.core.ledger.ExpectedEffect;
import dev.assay.core.metric.Metric;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import dev.assay.data.source.DatasetSource;
import dev.assay.pipeline.experiment.TrainingDeclaration.Shipment;
import dev.assay.pipeline.yaml.Quantity;
import dev.assay.pipeline.yaml.Section;
import dev.assay.pipeline.yaml.YamlFile;
import dev.assay.pipeline.yaml.YamlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads an experiment file, strictly: every key is known and all problems are found at once. */
public final class ExperimentReader {

  static final Map<String, Shipment> SHIPMENTS =
      Map.of("none", Shipment.GATED, "all", Shipment.REFIT_ON_ALL);

  private final Path file;
  private final String text;
  private final Problems problems = new Problems();

  private ExperimentReader(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * Reads and checks a file.
   *
   * @throws InvalidInputException with all its problems, each with its line
   */
  public static Experiment read(Path file) {
    return parse(file, YamlFile.text(file));
  }

  /**
   * Reads and checks the text of a file as it is, or once was.
   *
   * @param file where the text stands or stood: relative paths start in its folder
   * @throws InvalidInputException with all its problems, each with its line
   */
  public static Experiment parse(Path file, String text) {
    return new ExperimentReader(file, text).experiment();
  }

  private Experiment experiment() {
    YamlValue.Mapping mapping = YamlFile.parse(file.toString(), text, problems);
    Section top = new Section(mapping, "", problems);
    String name = name(top);
    String hypothesis = top.text("hypothesis").orElse("");
    Optional<String> buildsOn = top.text("builds_on");
    Optional<LabelsDeclaration> labels =
        top.requiredSection("data")
            .flatMap(section -> DataSection.read(section, folder()))
            .map(source -> LabelsSection.read(top, source));
    // Asked for in any case, so that the key does not count as unknown.
    top.value(LabelsSection.KEY);
    Optional<DatasetSource> data = labels.map(LabelsDeclaration::data);
    PartsDeclaration parts =
        top.section("parts").map(PartsSection::read).orElse(PartsDeclaration.STANDARD);
    if (top.has("parts") && data.flatMap(DatasetSource::part).isPresent()) {
      top.problem(
          "parts", "stands beside 'data.part', a split that comes with the data.", "Keep one.");
    }
    Optional<Section> declared = top.section("holdouts");
    List<HoldoutDeclaration> holdouts = declared.map(HoldoutsSection::read).orElse(List.of());
    Set<String> known = new HashSet<>(Set.of(HoldoutDeclaration.TEST));
    declared.ifPresent(section -> known.addAll(section.keys()));
    List<SuiteDeclaration> suites = SuitesSection.read(top, problems);
    Tiers tiers = TiersSection.read(top, Optional.of(known));
    Shipment shipment = top.choice("refit", SHIPMENTS).orElse(Shipment.GATED);
    Optional<TrainingDeclaration> training =
        new TrainSection(
                top.section("train").orElseGet(() -> emptySection(mapping)), folder(), problems)
            .read(shipment, tiers);
    List<BaselineDeclaration> baselines = baselines(top, data, training);
    Optional<ExportDeclaration> export =
        training.flatMap(declaration -> ExportSection.read(top, declaration));
    DecisionDeclaration decision = ThresholdsSection.read(top).within(tiers.bounds());
    List<LabelMention> mentions = new ArrayList<>(ThresholdsSection.mentions(top));
    mentions.addAll(tiers.mentions());
    mentions.addAll(GateSubjects.mentions(top));
    data.flatMap(source -> source.labels().declared())
        .ifPresent(names -> mentions.forEach(mention -> mention.check(names, problems)));
    if (decision.byGroup().isPresent() && data.flatMap(DatasetSource::group).isEmpty()) {
      top.problem(
          "thresholds",
          "shift cuts by group, but the data declare no group.",
          "Declare 'data.group', or leave 'by_group' out.");
    }
    List<String> slices = data.map(DatasetSource::slices).orElse(List.of());
    List<ExpectedEffect> expected = expected(top, known);
    data.ifPresent(source -> checkGrouped(declared, holdouts, source));
    training.ifPresent(what -> checkSeen(declared, holdouts, what));
    List<Gate> gates = new ArrayList<>(ExportSection.gates(top));
    gates.addAll(
        GateSection.readAll(
            top,
            new GateContext(
                Optional.of(known),
                slices,
                tiers,
                GateContext.grouped(holdouts),
                Optional.of(
                    suites.stream().map(SuiteDeclaration::name).collect(Collectors.toSet())))));
    ReportDeclaration reported = ReportSection.read(top);
    top.done();
    problems.throwIfAny();
    return new Experiment(
        file,
        text,
        name,
        hypothesis,
        buildsOn,
        expected,
        data.orElseThrow(),
        labels.orElseThrow().optional(),
        mentions,
        parts,
        holdouts,
        suites,
        training.orElseThrow(),
        baselines,
        export,
        decision,
        gates,
        reported);
  }

  /** None where data or training cannot be read, which is a problem already. */
  private List<BaselineDeclaration> baselines(
      Section top, Optional<DatasetSource> data, Optional<TrainingDeclaration> training) {
    // Asked for in any case, so that the key does not count as unknown.
    top.value(BaselinesSection.KEY);
    return data.isPresent() && training.isPresent()
        ? BaselinesSection.read(top, data.get(), training.get(), problems)
        : List.of();
  }

  /** Groups are left out by the group column, which is what parts keep together. */
  private static void checkGrouped(
      Optional<Section> section, List<HoldoutDeclaration> holdouts, DatasetSource data) {
    for (HoldoutDeclaration holdout : holdouts) {
      if (holdout instanceof HoldoutDeclaration.Grouped grouped
          && grouped.since().isPresent()
          && data.time().isEmpty()) {
        section
            .orElseThrow()
            .problem(
                holdout.name(),
                "has a first day, but the data declare no time.",
                "Declare 'data.time', or leave 'since' out.");
      }
      if (holdout instanceof HoldoutDeclaration.Grouped grouped
          && !data.group().equals(Optional.of(grouped.column()))) {
        String mend =
            data.group()
                .map(group -> "The group column is '" + group + "'.")
                .orElse("Declare it, as in 'data: { group: " + grouped.column() + " }'.");
        section
            .orElseThrow()
            .problem(
                holdout.name(),
                "leaves out values of '" + grouped.column() + "', which is not the group column.",
                mend);
      }
    }
  }

  /** Groups can only be left out of a training that starts anew. */
  private static void checkSeen(
      Optional<Section> section, List<HoldoutDeclaration> holdouts, TrainingDeclaration training) {
    Optional<String> seen = training.trainer().seenBefore(training.settings());
    for (HoldoutDeclaration holdout : holdouts) {
      if (holdout instanceof HoldoutDeclaration.Grouped && seen.isPresent()) {
        section
            .orElseThrow()
            .problem(
                holdout.name(),
                "leaves groups out of training, but " + seen.get() + ".",
                "Leave it out, or train a model from its beginning.");
      }
    }
  }

  private static Section emptySection(YamlValue.Mapping mapping) {
    return new Section(
        new YamlValue.Mapping(mapping.place(), new LinkedHashMap<>()), "train", new Problems());
  }

  static String name(Section top) {
    String name = top.requiredText("name");
    if (!name.isEmpty() && !name.matches("[a-z0-9]+([-_.][a-z0-9]+)*")) {
      top.problem("name", "is '" + name + "'.", "Use lower-case words joined by hyphens.");
    }
    return name;
  }

  private List<ExpectedEffect> expected(Section top, Set<String> holdouts) {
    List<ExpectedEffect> effects = new ArrayList<>();
    for (Section section : top.sections("expect")) {
      String metric = section.requiredText("metric");
      String on = section.requiredText("on");
      checkMetric(section, metric);
      checkHoldout(section, on, holdouts);
      Optional<Quantity.Range> change =
          section.quantity("change", "a range such as 0.02..0.10", Quantity::range);
      if (change.isEmpty() && !section.has("change")) {
        section.problem("change", "is missing.", "Write a range such as 0.02..0.10.");
      }
      section.done();
      if (change.isPresent() && !metric.isBlank() && !on.isBlank()) {
        EffectRange range = new EffectRange(change.get().low(), change.get().high());
        effects.add(new ExpectedEffect(metric, on, range));
      }
    }
    return effects;
  }

  private static void checkMetric(Section section, String metric) {
    if (!metric.isEmpty()) {
      try {
        Metric.parse(metric);
      } catch (IllegalArgumentException e) {
        section.problem("metric", "cannot be used: " + e.getMessage(), "");
      }
    }
  }

  static void checkHoldout(Section section, String on, Set<String> known) {
    if (!on.isEmpty() && !known.contains(on)) {
      section.problem("on", "names no holdout: '" + on + "'.", NearestName.advice(on, known));
    }
  }

  private Path folder() {
    return Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
  }
}
