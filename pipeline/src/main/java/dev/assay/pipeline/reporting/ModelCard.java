package dev.assay.pipeline.reporting;

import dev.assay.core.bundle.Input;
import dev.assay.core.bundle.InputKind;
import dev.assay.core.comparison.Compared;
import dev.assay.core.comparison.Exposure;
import dev.assay.core.evaluation.Subject;
import dev.assay.core.suite.SuiteComparison;
import dev.assay.pipeline.suite.SuiteSection;
import dev.assay.pipeline.trial.CompletedRun;
import dev.assay.pipeline.trial.Scored;
import dev.assay.pipeline.verdict.BlockId;
import dev.assay.pipeline.verdict.FigureCells;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Document;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import dev.assay.report.markdown.MarkdownDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The candidate's model card in Markdown, with the sections of Mitchell et al., Model cards for
 * model reporting (FAT* 2019). What only its owners know, such as who should not use it, is left to
 * them in words that cannot be overlooked.
 */
final class ModelCard {

  private ModelCard() {}

  static String of(CompletedRun run) {
    Headline headline = new Headline(run);
    Document card =
        new Document(
            "Model card: " + run.experiment().name(),
            headline.subtitle(),
            headline.word(),
            headline.tone(),
            headline.summary(),
            headline.facts(),
            List.of(
                details(run),
                use(run),
                data(run),
                evaluation(run),
                new Section("card-thresholds", "Thresholds", ThresholdsSection.summary(run)),
                limits(run),
                new Section(
                    "card-provenance", "Provenance", List.of(ProvenanceSection.facts(run)))));
    return MarkdownDocument.render(card);
  }

  private static Section details(CompletedRun run) {
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(
        new Block.Fact(
            "Task", run.candidateManifest().schema().kind().name().toLowerCase(Locale.ROOT)));
    facts.add(
        new Block.Fact("Labels", String.join(", ", run.candidateManifest().schema().names())));
    facts.add(
        new Block.Fact(
            "Inputs",
            run.candidateManifest().inputs().stream()
                .map(ModelCard::words)
                .collect(Collectors.joining(", "))));
    facts.add(
        new Block.Fact(
            "Shipped",
            run.refit().isPresent()
                ? "trained anew on all rows once the judged model had passed"
                : "the model that was judged"));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Facts(facts));
    blocks.add(TrainingSection.facts(run));
    blocks.addAll(FittedBlocks.of(run.candidate().fitted().tables()));
    return new Section("card-details", "Model details", blocks);
  }

  private static String words(Input input) {
    return input.kind() == InputKind.GROUP ? input.name() + " (the group)" : input.name();
  }

  private static Section use(CompletedRun run) {
    String hypothesis = run.experiment().hypothesis();
    List<Block> blocks = new ArrayList<>();
    if (!hypothesis.isBlank()) {
      blocks.add(new Block.Prose("It was trained to find out: " + hypothesis));
    }
    blocks.add(
        new Block.Notice(
            Tone.WARNING,
            "To be written by its owners: who is to use it and for what, what it must not be used "
                + "for, and whom a wrong decision harms."));
    return new Section("card-use", "Intended use", blocks);
  }

  private static Section data(CompletedRun run) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Prose(
            "%,d examples%s, of which %,d are learned from and %,d chosen thresholds on."
                .formatted(
                    run.loaded().dataset().size(),
                    run.loaded().facts().simulated() ? " made up by a simulation" : "",
                    run.split().train().size(),
                    run.split().validation().size())));
    blocks.add(PartsSection.parts(run.split().assignment()));
    blocks.add(HoldoutsSection.overview(run));
    return new Section("card-data", "Data", blocks);
  }

  private static Section evaluation(CompletedRun run) {
    List<Block> blocks = new ArrayList<>();
    for (Scored scored : ReadingOrder.all(run)) {
      blocks.add(new Block.Prose(ComparisonSection.basis(scored)));
      blocks.add(figures(scored));
      blocks.addAll(LeftOutSection.summary(scored));
    }
    blocks.addAll(BaselinesSection.summary(run));
    for (SuiteComparison suite : run.suites()) {
      blocks.add(new Block.Prose("Behaviour on the suite " + suite.suite() + ":"));
      blocks.add(SuiteSection.functionalities("card-suite", suite));
    }
    return new Section("card-evaluation", "Evaluation", blocks);
  }

  private static Block.Table figures(Scored scored) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Compared compared : scored.comparison().figures()) {
      if (compared.question().subject() instanceof Subject.Whole) {
        rows.add(
            List.of(
                Cell.text(compared.question().metric().name()),
                FigureCells.value(compared.estimate().candidate().value()),
                FigureCells.interval(compared.estimate().candidate().interval())));
      }
    }
    return new Block.Table(
        BlockId.of("card-figures", scored.set().name()),
        "Figures on " + scored.set().name(),
        List.of("metric", "value", "95% interval"),
        rows);
  }

  private static Section limits(CompletedRun run) {
    List<Block> blocks = new ArrayList<>();
    if (run.loaded().facts().simulated()) {
      blocks.add(new Block.Notice(Tone.WARNING, "Every figure here is about simulated data."));
    }
    run.verdict().reasonsToHold().forEach(r -> blocks.add(new Block.Notice(Tone.BAD, r)));
    run.verdict().warnings().forEach(w -> blocks.add(new Block.Notice(Tone.WARNING, w)));
    for (Scored scored : ReadingOrder.all(run)) {
      exposure(scored).ifPresent(blocks::add);
      support(scored).ifPresent(blocks::add);
    }
    if (blocks.isEmpty()) {
      blocks.add(new Block.Prose("None was found by the checks of this run."));
    }
    return new Section("card-limits", "Limits", blocks);
  }

  private static Optional<Block> exposure(Scored scored) {
    return scored.comparison().basis().exposure() instanceof Exposure.Unknown(String reason)
        ? Optional.of(
            new Block.Notice(
                Tone.WARNING, "Exposure unknown on " + scored.set().name() + ": " + reason))
        : Optional.empty();
  }

  private static Optional<Block> support(Scored scored) {
    List<String> few =
        scored.comparison().figures().stream()
            .filter(compared -> !(compared.question().subject() instanceof Subject.Whole))
            .filter(compared -> compared.support().events() < SubjectTables.LEAST_EVENTS)
            .map(compared -> compared.question().subject().toString())
            .distinct()
            .toList();
    return few.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.Prose(
                "Fewer than %d independent events on %s, too few to tell how it does: %s."
                    .formatted(
                        SubjectTables.LEAST_EVENTS, scored.set().name(), String.join(", ", few))));
  }
}
