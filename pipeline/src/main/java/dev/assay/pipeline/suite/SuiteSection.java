package dev.assay.pipeline.suite;

import dev.assay.core.suite.SuiteComparison;
import dev.assay.core.suite.SuiteComparison.Turned;
import dev.assay.core.suite.SuiteOutcome;
import dev.assay.core.suite.VectorOutcome;
import dev.assay.core.suite.VectorOutcome.Result;
import dev.assay.pipeline.verdict.BlockId;
import dev.assay.report.document.Block;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import java.util.ArrayList;
import java.util.List;

/** How candidate and champion come off on a suite, for a report. */
public final class SuiteSection {

  private SuiteSection() {}

  /** The shares of both, and the vectors to read. */
  public static Section of(SuiteComparison suite) {
    List<Block> blocks = new ArrayList<>();
    SuiteOutcome candidate = suite.candidate();
    if (candidate.outcomes().isEmpty()) {
      blocks.add(new Block.Notice(Tone.BAD, "The suite has no vector, so that no gate passes."));
    } else {
      blocks.add(new Block.Facts(SuiteFacts.of(candidate)));
      blocks.add(functionalities("suite", suite));
      addTurned(
          BlockId.of("suite-broken", suite.suite()),
          "What the champion passes and the candidate fails",
          suite.broken(),
          blocks);
      addTurned(
          BlockId.of("suite-fixed", suite.suite()),
          "What the champion fails and the candidate passes",
          suite.fixed(),
          blocks);
      addWith(Result.UNEXPECTED_PASS, "unexpected", "Known failures that now pass", suite, blocks);
      addWith(Result.FAIL, "failing", "What the candidate fails", suite, blocks);
      addWith(Result.NOT_JUDGED, "unjudged", "What was not judged", suite, blocks);
      blocks.add(
          new Block.Prose(
              "Scores stand beside the thresholds that each bundle is served with. Intervals take"
                  + " cases for independent, which those of one template are not. All vectors are"
                  + " in tables/%s.csv.".formatted(vectorsId(suite))));
    }
    return new Section(BlockId.of("behaviour-on", suite.suite()), "Suite " + suite.suite(), blocks);
  }

  /** The shares of both by functionality. */
  public static Block.Table functionalities(String kind, SuiteComparison suite) {
    int seen = suite.seenByChampion().size();
    String aside =
        seen == 0
            ? ""
            : "; %,d vectors that the champion was trained on do not count for it".formatted(seen);
    return SuiteTables.functionalities(
        BlockId.of(kind + "-functionalities", suite.suite()),
        "By functionality" + aside,
        suite.candidate(),
        suite.comparedChampion());
  }

  private static void addTurned(
      String id, String caption, List<Turned> turned, List<Block> blocks) {
    if (!turned.isEmpty()) {
      blocks.add(SuiteTables.turned(id, captioned(caption, turned.size()), turned));
    }
  }

  private static void addWith(
      Result result, String kind, String caption, SuiteComparison suite, List<Block> blocks) {
    List<VectorOutcome> outcomes = suite.candidate().with(result);
    if (!outcomes.isEmpty()) {
      blocks.add(
          SuiteTables.outcomes(
              BlockId.of("suite-" + kind, suite.suite()),
              captioned(caption, outcomes.size()),
              outcomes));
    }
  }

  private static String captioned(String caption, int count) {
    return count > SuiteTables.LISTED
        ? "%s: %d of %,d".formatted(caption, SuiteTables.LISTED, count)
        : caption + ": " + count;
  }

  /** Every vector with what both say, too long for a page. */
  public static Block.Table vectors(SuiteComparison suite) {
    return VectorRows.of(vectorsId(suite), suite.candidate(), suite.champion());
  }

  private static String vectorsId(SuiteComparison suite) {
    return BlockId.of("suite-vectors", suite.suite());
  }
}
