package dev.assay.pipeline.suite;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.suite.PassShare;
import dev.assay.core.suite.SuiteOutcome;
import dev.assay.core.suite.VectorOutcome.Result;
import dev.assay.pipeline.verdict.FigureCells;
import dev.assay.report.document.Block;
import java.util.ArrayList;
import java.util.List;

/** What a suite comes to for one bundle, as names and values. */
public final class SuiteFacts {

  private SuiteFacts() {}

  /** The facts; what a suite has none of is left out. */
  public static List<Block.Fact> of(SuiteOutcome outcome) {
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(new Block.Fact("vectors", "%,d".formatted(outcome.outcomes().size())));
    add("passed", outcome.share(), facts);
    add("must detect", outcome.mustDetect(), facts);
    add("must not detect", outcome.mustNotDetect(), facts);
    if (outcome.macroF1() instanceof MetricValue.Defined figure) {
      facts.add(new Block.Fact("f1_macro", FigureCells.words(figure)));
    }
    add("known failures", outcome.count(Result.KNOWN_FAILURE), facts);
    add("unexpected passes", outcome.count(Result.UNEXPECTED_PASS), facts);
    add("not judged", outcome.count(Result.NOT_JUDGED), facts);
    return facts;
  }

  private static void add(String name, PassShare share, List<Block.Fact> facts) {
    if (share.cases() > 0) {
      facts.add(
          new Block.Fact(
              name,
              "%,d of %,d (%s)"
                  .formatted(
                      share.passed(), share.cases(), FigureCells.share(share.value()).shown())));
    }
  }

  private static void add(String name, long count, List<Block.Fact> facts) {
    if (count > 0) {
      facts.add(new Block.Fact(name, "%,d".formatted(count)));
    }
  }
}
