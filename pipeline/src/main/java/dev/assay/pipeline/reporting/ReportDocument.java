package dev.assay.pipeline.reporting;

import dev.assay.pipeline.suite.SuiteSection;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.report.document.Document;
import dev.assay.report.document.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A run as a report for people: the outcome first, then what it rests on, then the details. */
final class ReportDocument {

  private ReportDocument() {}

  static Document of(CompletedRun run) {
    Headline headline = new Headline(run);
    return new Document(
        run.experiment().name(),
        headline.subtitle(),
        headline.word(),
        headline.tone(),
        headline.summary(),
        headline.facts(),
        sections(run));
  }

  private static List<Section> sections(CompletedRun run) {
    Stream<Optional<Section>> outcome =
        Stream.of(WarningsSection.of(run), figures(run, ChecksSection.of(run)));
    Stream<Optional<Section>> suites =
        run.suites().stream().map(suite -> figures(run, SuiteSection.of(suite)));
    Stream<Optional<Section>> details =
        Stream.of(
            figures(run, ComparisonSection.of(run)),
            BaselinesSection.of(run).flatMap(section -> figures(run, section)),
            VariantsSection.of(run).flatMap(section -> figures(run, section)),
            LeftOutSection.of(run).flatMap(section -> figures(run, section)),
            figures(run, HoldoutsSection.of(run)),
            figures(run, ThresholdsSection.of(run)),
            figures(run, CalibrationSection.of(run)),
            BreakdownSections.labels(run).flatMap(section -> figures(run, section)),
            ExamplesSection.of(run).flatMap(section -> figures(run, section)),
            BreakdownSections.slices(run).flatMap(section -> figures(run, section)),
            BreakdownSections.groups(run).flatMap(section -> figures(run, section)),
            EventsSection.of(run).flatMap(section -> figures(run, section)),
            figures(run, TrainingSection.of(run)),
            Optional.of(PartsSection.of(run)),
            figures(run, EffectsSection.of(run)),
            Optional.of(ProvenanceSection.of(run)));
    return Stream.of(outcome, suites, details)
        .flatMap(Function.identity())
        .flatMap(Optional::stream)
        .toList();
  }

  /** A section with figures of a model, which say so where the data are simulated. */
  private static Optional<Section> figures(CompletedRun run, Section section) {
    return Optional.of(
        run.loaded().facts().simulated()
            ? new Section(section.id(), section.title() + " · simulated", section.blocks())
            : section);
  }
}
