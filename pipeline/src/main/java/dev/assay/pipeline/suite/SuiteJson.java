package dev.assay.pipeline.suite;

import dev.assay.core.suite.PassShare;
import dev.assay.core.suite.SuiteComparison;
import dev.assay.core.suite.SuiteComparison.Turned;
import dev.assay.core.suite.SuiteOutcome;
import dev.assay.core.suite.VectorOutcome;
import dev.assay.core.suite.VectorOutcome.Result;
import dev.assay.pipeline.verdict.FigureJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How bundles come off on a suite, in JSON. Vectors are named by their ids, without their texts.
 */
public final class SuiteJson {

  private SuiteJson() {}

  /** Candidate and champion, and what differs between them. */
  public static Map<String, Object> of(SuiteComparison comparison) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("candidate", side(comparison.candidate()));
    json.put("champion", side(comparison.comparedChampion()));
    json.put("seen_by_champion", comparison.seenByChampion().stream().sorted().toList());
    json.put("fixed", ids(comparison.fixed()));
    json.put("broken", ids(comparison.broken()));
    json.put("closed_gaps", ids(comparison.closedGaps()));
    return json;
  }

  /** One bundle. */
  public static Map<String, Object> of(SuiteOutcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("suite", outcome.suite());
    json.putAll(side(outcome));
    return json;
  }

  private static Map<String, Object> side(SuiteOutcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("vectors", outcome.outcomes().size());
    json.put("all", share(outcome.share()));
    json.put("must_detect", share(outcome.mustDetect()));
    json.put("must_not_detect", share(outcome.mustNotDetect()));
    json.put("f1_macro", FigureJson.value(outcome.macroF1()));
    json.put("failing", named(outcome, Result.FAIL));
    json.put("known_failures", named(outcome, Result.KNOWN_FAILURE));
    json.put("unexpected_passes", named(outcome, Result.UNEXPECTED_PASS));
    json.put("not_judged", named(outcome, Result.NOT_JUDGED));
    List<Map<String, Object>> functionalities =
        outcome.byFunctionality().stream().map(SuiteJson::functionality).toList();
    json.put("functionalities", functionalities);
    return json;
  }

  private static Map<String, Object> functionality(PassShare share) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("functionality", share.of());
    json.putAll(share(share));
    return json;
  }

  private static Map<String, Object> share(PassShare share) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cases", share.cases());
    json.put("passed", share.passed());
    json.put("share", FigureJson.value(share.value()));
    json.put("interval", FigureJson.interval(share.interval(SuiteTables.LEVEL)));
    return json;
  }

  private static List<String> named(SuiteOutcome outcome, Result result) {
    return outcome.with(result).stream()
        .map(VectorOutcome::vector)
        .map(vector -> vector.id())
        .toList();
  }

  private static List<String> ids(List<Turned> turned) {
    return turned.stream().map(pair -> pair.vector().id()).toList();
  }
}
