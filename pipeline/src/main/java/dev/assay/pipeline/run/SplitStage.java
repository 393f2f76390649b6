package dev.assay.pipeline.run;

import dev.assay.core.example.Dataset;
import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.data.holdout.HoldoutCut;
import dev.assay.data.leak.Duplicates;
import dev.assay.data.leak.LeakCheck;
import dev.assay.data.leak.LeakReport;
import dev.assay.data.leak.NearDuplicates;
import dev.assay.data.leak.TellingFeatures;
import dev.assay.data.parts.Assignment;
import dev.assay.data.parts.GivenParts;
import dev.assay.data.parts.Part;
import dev.assay.data.parts.PartsAssignment;
import dev.assay.data.parts.PartsPolicy;
import dev.assay.data.parts.PartsRecord;
import dev.assay.data.parts.PartsRecordFile;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.experiment.HoldoutDeclaration;
import dev.assay.pipeline.experiment.PartsDeclaration;
import dev.assay.pipeline.experiment.TrainingDeclaration.Shipment;
import dev.assay.pipeline.fold.GroupedHoldout;
import dev.assay.pipeline.scoring.ValidationFolds;
import dev.assay.pipeline.trial.HeldOut;
import dev.assay.pipeline.trial.LoadedExamples;
import dev.assay.pipeline.trial.LoadedSuite;
import dev.assay.pipeline.trial.SplitExamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cuts the holdouts out, assigns what is left to parts and checks that nothing leaks. */
public final class SplitStage {

  private final Experiment experiment;
  private final Path home;
  private final Progress progress;

  /**
   * A split.
   *
   * @param home the folder that keeps the parts records
   */
  public SplitStage(Experiment experiment, Path home, Progress progress) {
    this.experiment = experiment;
    this.home = home;
    this.progress = progress;
  }

  /**
   * Rows in their parts, none of it on record yet.
   *
   * @param all every row that was read
   * @param cut the holdouts, cut out
   * @param rest the rows outside of the holdouts
   * @param assignment the part of each of these
   * @param grouped the holdouts whose groups are left out of these in turn
   * @param suites the suites, of which no input may be learned from
   * @param common the ids of the rows outside of the holdouts whose content identifies nobody
   */
  public record Assigned(
      Dataset all,
      HoldoutCut cut,
      Dataset rest,
      Assignment assignment,
      List<GroupedHoldout> grouped,
      List<LoadedSuite> suites,
      Set<String> common) {

    /** Copies the collections. */
    public Assigned {
      grouped = List.copyOf(grouped);
      suites = List.copyOf(suites);
      common = Set.copyOf(common);
    }
  }

  /**
   * Splits, and records the part of every id that was seen for the first time.
   *
   * @throws InvalidInputException where a holdout cannot be cut, a part that is needed is empty, or
   *     training leaks into a set that judges
   */
  SplitExamples split(LoadedExamples loaded) {
    Assigned assigned = assign(loaded);
    record(assigned);
    SplitExamples split = sets(assigned);
    throwIfLeaking(split.leaks());
    return split;
  }

  /**
   * Cuts the holdouts out and assigns the rest, with what is on record as it is.
   *
   * @throws InvalidInputException where a holdout cannot be cut, or the record does not fit
   */
  public Assigned assign(LoadedExamples loaded) {
    int horizon = experiment.data().horizonDays();
    HoldoutCut cut = HoldoutCut.of(loaded.dataset(), loaded.day(), horizon, loaded.holdouts());
    Dataset rest = loaded.dataset().select(cut.trainingRows());
    PartsPolicy policy = policy(loaded, rest, cut.trainingRows());
    Path file = recordFile(policy.identity());
    PartsRecord record = Files.exists(file) ? PartsRecordFile.read(file) : PartsRecord.none();
    progress.report("looking for near-duplicates", 0, 1);
    Duplicates duplicates = NearDuplicates.find(rest);
    progress.report("looking for near-duplicates", 1, 1);
    String batch =
        loaded.asOf().map(Object::toString).orElseGet(() -> loaded.fingerprint().substring(0, 12));
    Assignment assignment = PartsAssignment.assign(rest, policy, record, duplicates, batch);
    return new Assigned(
        loaded.dataset(),
        cut,
        rest,
        assignment,
        grouped(rest, assignment, duplicates),
        loaded.suites(),
        common(rest, duplicates));
  }

  private static Set<String> common(Dataset rest, Duplicates duplicates) {
    return IntStream.range(0, rest.size())
        .filter(duplicates::isCommon)
        .mapToObj(rest.attributes()::id)
        .collect(Collectors.toSet());
  }

  /** Puts the parts on record. */
  public void record(Assigned assigned) {
    PartsRecord record = assigned.assignment().record();
    PartsRecordFile.write(recordFile(record.policy()), record);
  }

  /**
   * The rows with a known label of each set, with what leaks into those that judge and what tells a
   * label.
   *
   * @throws InvalidInputException where a part that is needed is empty
   */
  public SplitExamples sets(Assigned assigned) {
    Assignment assignment = assigned.assignment();
    Dataset train = known(part(assigned.rest(), assignment, Part.TRAIN));
    Dataset validation = known(part(assigned.rest(), assignment, Part.VALIDATION));
    requireRows(train, "train");
    requireRows(validation, "validation");
    List<HeldOut> heldOut = new ArrayList<>();
    Dataset test = known(part(assigned.rest(), assignment, Part.TEST));
    if (test.size() > 0) {
      heldOut.add(HeldOut.ofTest(test));
    }
    assigned.cut().holdouts().forEach(holdout -> heldOut.add(HeldOut.of(holdout)));
    requireHeldOut(heldOut);
    return new SplitExamples(
        train,
        validation,
        ValidationFolds.of(validation.attributes(), experiment.data().horizonDays()),
        heldOut,
        assigned.grouped(),
        assignment,
        checkLeaks(assigned, train, validation, heldOut),
        TellingFeatures.find(train),
        assigned.common());
  }

  private List<GroupedHoldout> grouped(Dataset rest, Assignment assignment, Duplicates duplicates) {
    List<GroupedHoldout> grouped = new ArrayList<>();
    for (HoldoutDeclaration declared : experiment.holdouts()) {
      if (declared instanceof HoldoutDeclaration.Grouped leftOut) {
        grouped.add(
            GroupedHoldout.of(
                leftOut, rest, assignment, duplicates, experiment.data().horizonDays()));
      }
    }
    return grouped;
  }

  private PartsPolicy policy(LoadedExamples loaded, Dataset rest, int[] rows) {
    PartsDeclaration parts = experiment.parts();
    int horizon = experiment.data().horizonDays();
    return loaded
        .givenParts()
        .map(given -> given(given, rows))
        .orElseGet(
            () -> {
              PartsPolicy.Dealt standard = PartsPolicy.standard(rest, horizon, parts.seed());
              return new PartsPolicy.Dealt(
                  parts.shares(), parts.unit().orElse(standard.unit()), parts.seed(), horizon);
            });
  }

  private static PartsPolicy given(GivenParts given, int[] rows) {
    return new PartsPolicy.Given(given.select(rows));
  }

  /** The folder of the parts records of a home. */
  static Path records(Path home) {
    return home.resolve("parts");
  }

  /** One record for all experiments of a home that deal the same kind of ids in the same way. */
  private Path recordFile(String identity) {
    Sha256 key = new Sha256().add(identity);
    experiment.data().id().forEach(key::add);
    return records(home).resolve(key.hex().substring(0, 16) + ".parts");
  }

  private static Dataset part(Dataset rest, Assignment assignment, Part part) {
    return rest.select(assignment.rows(part));
  }

  private static Dataset known(Dataset part) {
    int[] rows =
        IntStream.range(0, part.size()).filter(row -> part.labels().isAnyKnown(row)).toArray();
    return rows.length == part.size() ? part : part.select(rows);
  }

  private static void requireRows(Dataset part, String name) {
    if (part.size() == 0) {
      throw new InvalidInputException(
          "parts",
          "no row with a known label is left for " + name + ".",
          "Use more data, other shares, or shorter holdouts.");
    }
  }

  private static void requireHeldOut(List<HeldOut> heldOut) {
    if (heldOut.isEmpty()) {
      throw new InvalidInputException(
          "parts",
          "no row is left to judge a candidate on: the test part is empty and no holdout is"
              + " declared.",
          "Declare a holdout, give test a share, or deal smaller units ('parts: { block: 7d }').");
    }
  }

  private List<LeakReport> checkLeaks(
      Assigned assigned, Dataset train, Dataset validation, List<HeldOut> heldOut) {
    List<LeakReport> reports = new ArrayList<>();
    int sets = heldOut.size() + 1 + assigned.suites().size();
    progress.report("checking for leaks", 0, sets);
    reports.add(LeakCheck.check(train, "validation", validation, assigned.common()));
    for (HeldOut set : heldOut) {
      progress.report("checking for leaks", reports.size(), sets);
      reports.add(LeakCheck.check(train, set.name(), set.examples(), assigned.common()));
    }
    Dataset learned = assigned.suites().isEmpty() ? train : learned(assigned);
    for (LoadedSuite suite : assigned.suites()) {
      progress.report("checking for leaks", reports.size(), sets);
      reports.add(LeakCheck.check(learned, suite.title(), suite.examples(), assigned.common()));
    }
    progress.report("checking for leaks", sets, sets);
    return reports;
  }

  /**
   * What a model has seen when it is served: cuts are chosen on validation, too, and a refit sees
   * everything.
   */
  private Dataset learned(Assigned assigned) {
    if (experiment.training().shipment() == Shipment.REFIT_ON_ALL) {
      return known(assigned.all());
    }
    Assignment assignment = assigned.assignment();
    IntStream rows =
        IntStream.concat(
            Arrays.stream(assignment.rows(Part.TRAIN)),
            Arrays.stream(assignment.rows(Part.VALIDATION)));
    return known(assigned.rest().select(rows.toArray()));
  }

  private static void throwIfLeaking(List<LeakReport> reports) {
    Problems problems = new Problems();
    for (LeakReport report : reports) {
      try {
        report.throwIfLeaking();
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    problems.throwIfAny();
  }
}
