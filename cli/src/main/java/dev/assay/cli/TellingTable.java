package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.data.leak.TellingFeature;
import dev.assay.data.leak.TellingFeature.Tell;
import dev.assay.pipeline.trial.SplitExamples;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Features that alone tell a label, as they are printed. */
final class TellingTable {

  private final SplitExamples split;

  TellingTable(SplitExamples split) {
    this.split = split;
  }

  /** Prints what was found; nothing where no feature tells a label. */
  void print(Console console) {
    if (split.telling().isEmpty()) {
      return;
    }
    console.line("");
    console.table(table());
    split.questions().forEach(question -> console.line("  " + question));
  }

  private Block.Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (TellingFeature feature : split.telling()) {
      for (Tell tell : feature.tells()) {
        rows.add(
            List.of(
                Cell.text(feature.feature()),
                Cell.text(tell.label()),
                Cell.text(words(tell.by())),
                Cell.number(tell.rocAuc()),
                Cell.count(tell.rows()),
                Cell.count(tell.positives())));
      }
    }
    return new Block.Table(
        "telling",
        "Features that alone tell a label, on training rows",
        List.of("feature", "label", "by", "ROC AUC", "rows", "positives"),
        rows);
  }

  private static String words(TellingFeature.By by) {
    return switch (by) {
      case VALUE -> "value";
      case ABSENCE -> "absence";
    };
  }

  /** The same for programs. */
  List<Map<String, Object>> json() {
    List<Map<String, Object>> found = new ArrayList<>();
    for (TellingFeature feature : split.telling()) {
      for (Tell tell : feature.tells()) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("feature", feature.feature());
        json.put("label", tell.label());
        json.put("by", words(tell.by()));
        json.put("roc_auc", tell.rocAuc());
        json.put("rows", tell.rows());
        json.put("positives", tell.positives());
        found.add(json);
      }
    }
    return found;
  }
}
