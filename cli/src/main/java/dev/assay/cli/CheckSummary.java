package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.core.evaluation.Support;
import dev.assay.core.metric.MetricValue;
import dev.assay.data.holdout.Holdout;
import dev.assay.data.leak.LeakReport;
import dev.assay.data.parts.Assignment;
import dev.assay.data.parts.Fate;
import dev.assay.data.prior.MonthlyRate;
import dev.assay.data.prior.PriorExplanation;
import dev.assay.data.prior.Rate;
import dev.assay.data.source.ColumnFact;
import dev.assay.data.source.SourceFacts;
import dev.assay.pipeline.data.CheckedData;
import dev.assay.pipeline.trial.HeldOut;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a check of data found, as it is printed. */
final class CheckSummary {

  /** More leaks than these are counted only. */
  private static final int LEAKS_SHOWN = 10;

  private final CheckedData checked;
  private final SourceFacts facts;

  CheckSummary(CheckedData checked) {
    this.checked = checked;
    this.facts = checked.loaded().facts();
  }

  /** Prints the rows, columns, sets, leaks, features that tell a label, and priors. */
  void print(Console console) {
    printRows(console);
    console.line("");
    console.table(columns());
    console.line("");
    console.table(sets());
    printAssignment(console);
    console.line("");
    checked.split().leaks().forEach(report -> printLeaks(console, report));
    new TellingTable(checked.split()).print(console);
    for (PriorExplanation prior : checked.priors()) {
      console.line("");
      console.table(months(prior));
      prior.inWords().forEach(sentence -> console.line("  " + sentence));
    }
  }

  private void printRows(Console console) {
    console.line(
        "%,d rows%s".formatted(facts.rows(), facts.simulated() ? " of simulated data" : ""));
    facts.files().forEach(file -> console.line("  from " + file.path()));
    checked.loaded().asOf().ifPresent(day -> console.line("  as of " + day));
    count(console, facts.afterAsOf(), "rows are later than that");
    count(console, facts.labelsNotYetKnown(), "rows whose label was not known by then");
    count(console, checked.unknownRows(), "rows without a known label");
    if (facts.idsFromContent()) {
      console.line("  ids are made from the content of rows");
    }
  }

  private static void count(Console console, int count, String what) {
    if (count > 0) {
      console.line("  %,d %s".formatted(count, what));
    }
  }

  private Block.Table columns() {
    List<List<Cell>> rows = new ArrayList<>();
    for (ColumnFact column : facts.columns()) {
      rows.add(
          List.of(Cell.text(column.name()), Cell.text(column.type()), Cell.text(roles(column))));
    }
    return new Block.Table("columns", "Columns", List.of("column", "type", "used as"), rows);
  }

  private static String roles(ColumnFact column) {
    return column.roles().isEmpty()
        ? "not used"
        : column.roles().stream()
            .sorted()
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
  }

  private Block.Table sets() {
    List<List<Cell>> rows = new ArrayList<>();
    for (CheckedData.LabelSupport each : checked.supports()) {
      Support support = each.support();
      rows.add(
          List.of(
              Cell.text(each.set()),
              Cell.text(each.label()),
              Cell.count(support.rows()),
              Cell.count(support.positives()),
              share(new Rate(support.rows(), support.positives())),
              Cell.count(support.events())));
    }
    return new Block.Table(
        "sets",
        "Parts and holdouts, rows with a known label",
        List.of("set", "label", "rows", "positives", "share", "events"),
        rows);
  }

  private static Cell share(Rate rate) {
    return switch (rate.value()) {
      case MetricValue.Defined(double share) -> new Cell.Percent(share, 1);
      case MetricValue.Undefined undefined -> new Cell.Missing(undefined.reason());
    };
  }

  private void printAssignment(Console console) {
    Assignment assignment = checked.split().assignment();
    count(console, assignment.count(Fate.PURGED), "rows are purged near a part that judges");
    count(console, assignment.count(Fate.DROPPED_LEAKING), "rows are dropped as leaking");
    count(console, assignment.count(Fate.QUARANTINED), "new rows link two parts and are in none");
    for (HeldOut set : checked.split().heldOut()) {
      set.cut()
          .ifPresent(
              holdout ->
                  console.line(
                      "  %s takes %,d rows out of training and purges %,d"
                          .formatted(
                              set.name(),
                              holdout.takenFromTraining(),
                              holdout.purgedFromTraining())));
    }
  }

  private static void printLeaks(Console console, LeakReport report) {
    console.line(report.inWords());
    report.listed().stream().limit(LEAKS_SHOWN).forEach(pair -> console.line("  leak of " + pair));
  }

  private static Block.Table months(PriorExplanation prior) {
    List<List<Cell>> rows = new ArrayList<>();
    for (MonthlyRate month : prior.months()) {
      rows.add(
          List.of(
              Cell.text(month.month().toString()),
              Cell.count(month.rate().rows()),
              Cell.count(month.rate().positives()),
              share(month.rate())));
    }
    return new Block.Table(
        "months",
        "Prior of " + prior.label() + " by month",
        List.of("month", "rows", "positives", "share"),
        rows);
  }

  /** The same for programs. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rows", facts.rows());
    json.put("simulated", facts.simulated());
    json.put("as_of", checked.loaded().asOf().map(Object::toString).orElse(null));
    json.put("rows_after_as_of", facts.afterAsOf());
    json.put("labels_not_yet_known", facts.labelsNotYetKnown());
    json.put("rows_without_known_label", checked.unknownRows());
    json.put("ids_from_content", facts.idsFromContent());
    Map<String, Object> files = new LinkedHashMap<>();
    facts.files().forEach(file -> files.put(file.path(), file.sha256()));
    json.put("files", files);
    json.put("columns", facts.columns().stream().map(CheckSummary::json).toList());
    json.put("sets", checked.supports().stream().map(CheckSummary::json).toList());
    json.put("holdouts", holdouts());
    json.put("leaking", checked.isLeaking());
    Map<String, Object> leaks = new LinkedHashMap<>();
    checked.split().leaks().forEach(report -> leaks.put(report.other(), report.count()));
    json.put("leaks", leaks);
    json.put("telling_features", new TellingTable(checked.split()).json());
    json.put("priors", checked.priors().stream().map(CheckSummary::json).toList());
    return json;
  }

  private static Map<String, Object> json(ColumnFact column) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("column", column.name());
    json.put("type", column.type());
    json.put(
        "roles",
        column.roles().stream().sorted().map(r -> r.name().toLowerCase(Locale.ROOT)).toList());
    return json;
  }

  private static Map<String, Object> json(CheckedData.LabelSupport each) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("set", each.set());
    json.put("label", each.label());
    json.put("rows", each.support().rows());
    json.put("positives", each.support().positives());
    json.put("events", each.support().events());
    return json;
  }

  private List<Map<String, Object>> holdouts() {
    List<Map<String, Object>> holdouts = new ArrayList<>();
    for (HeldOut set : checked.split().heldOut()) {
      set.cut().ifPresent(holdout -> holdouts.add(json(holdout)));
    }
    return holdouts;
  }

  private static Map<String, Object> json(Holdout holdout) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", holdout.name());
    json.put("taken_from_training", holdout.takenFromTraining());
    json.put("purged_from_training", holdout.purgedFromTraining());
    json.put("rows_without_known_label", holdout.unknownRows());
    return json;
  }

  private static Map<String, Object> json(PriorExplanation prior) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("label", prior.label());
    json.put("split", prior.split().toString());
    json.put("before", json(prior.before()));
    json.put("after", json(prior.after()));
    Map<String, Object> months = new LinkedHashMap<>();
    prior.months().forEach(month -> months.put(month.month().toString(), json(month.rate())));
    json.put("months", months);
    json.put("in_words", prior.inWords());
    return json;
  }

  private static Map<String, Object> json(Rate rate) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rows", rate.rows());
    json.put("positives", rate.positives());
    return json;
  }
}
