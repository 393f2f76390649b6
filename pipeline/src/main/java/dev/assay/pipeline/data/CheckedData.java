package dev.assay.pipeline.data;

import dev.assay.core.evaluation.Support;
import dev.assay.core.example.Dataset;
import dev.assay.data.prior.PriorExplanation;
import dev.assay.pipeline.trial.HeldOut;
import dev.assay.pipeline.trial.LoadedExamples;
import dev.assay.pipeline.trial.SplitExamples;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run would see.
 *
 * @param loaded the data
 * @param split their parts and holdouts, and what leaks
 * @param priors why the prior of a label moved; none for data without time
 */
public record CheckedData(
    LoadedExamples loaded, SplitExamples split, List<PriorExplanation> priors) {

  /** Copies the list. */
  public CheckedData {
    priors = List.copyOf(priors);
  }

  /**
   * One label in one set.
   *
   * @param set train, validation, test or a holdout
   * @param label the label
   * @param support its known rows, positives and independent events
   */
  public record LabelSupport(String set, String label, Support support) {}

  /** Every label in every set, sets in the order of the walk. */
  public List<LabelSupport> supports() {
    List<LabelSupport> supports = new ArrayList<>();
    add(supports, "train", split.train());
    add(supports, "validation", split.validation());
    for (HeldOut set : split.heldOut()) {
      add(supports, set.name(), set.examples());
    }
    return supports;
  }

  private static void add(List<LabelSupport> supports, String set, Dataset rows) {
    for (int label = 0; label < rows.schema().size(); label++) {
      supports.add(
          new LabelSupport(
              set,
              rows.schema().names().get(label),
              Support.of(rows.attributes(), rows.labels(), label)));
    }
  }

  /** How many rows have no known label. */
  public int unknownRows() {
    Dataset dataset = loaded.dataset();
    int unknown = 0;
    for (int row = 0; row < dataset.size(); row++) {
      unknown += dataset.labels().isAnyKnown(row) ? 0 : 1;
    }
    return unknown;
  }

  /** Whether training leaks into a set that judges, so that a run would end. */
  public boolean isLeaking() {
    return split.leaks().stream().anyMatch(report -> report.isLeaking());
  }
}
