package dev.assay.pipeline.verdict;

import dev.assay.core.gate.Check;
import dev.assay.core.gate.Evidence;
import dev.assay.core.gate.FurtherExamples;
import dev.assay.core.gate.GoalpostMove;
import dev.assay.core.gate.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A verdict and its checks as a map that becomes JSON, as every {@code verdict.json} has them. */
public final class VerdictFields {

  /** Raised when a key changes its meaning or goes away; keys may be added. */
  public static final int SCHEMA_VERSION = 1;

  private VerdictFields() {}

  /** Adds the decision with all that it rests on. */
  public static void add(Verdict verdict, Map<String, Object> json) {
    json.put("decision", verdict.decision());
    json.put("reasons_to_hold", TimedCosts.untimed(verdict, verdict.reasonsToHold()));
    json.put("warnings", TimedCosts.untimed(verdict, verdict.warnings()));
    json.put("checks", verdict.checks().stream().map(VerdictFields::check).toList());
    json.put("goalpost_moves", verdict.moves().stream().map(VerdictFields::move).toList());
    Verdict former = verdict.underFormer();
    json.put("under_former_goalposts", former == null ? null : former(former));
  }

  private static Map<String, Object> former(Verdict verdict) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("decision", verdict.decision());
    json.put("reasons_to_hold", TimedCosts.untimed(verdict, verdict.reasonsToHold()));
    json.put("checks", verdict.checks().stream().map(VerdictFields::outcome).toList());
    return json;
  }

  private static Map<String, Object> move(GoalpostMove move) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("what", move.what());
    json.put("kind", move.kind());
    json.put("words", move.words());
    return json;
  }

  private static Map<String, Object> outcome(Check check) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("gate", check.gate().name());
    json.put("asks", check.gate().words());
    json.put("outcome", check.outcome());
    json.put("holds", check.holds());
    json.put("sentence", TimedCosts.sentence(check));
    return json;
  }

  private static Map<String, Object> check(Check check) {
    Map<String, Object> json = outcome(check);
    boolean timed = TimedCosts.isTimed(check);
    List<Map<String, Object>> rows =
        check.evidence().stream().map(row -> evidence(row, timed)).toList();
    json.put("evidence", rows);
    return json;
  }

  private static Map<String, Object> evidence(Evidence evidence, boolean timed) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("holdout", evidence.place().holdout());
    json.put("subject", FigureJson.subject(evidence.place().subject()));
    json.put("measured", evidence.place().measured());
    json.put("champion", FigureJson.value(evidence.figures().champion()));
    json.put(
        "candidate",
        timed
            ? FigureJson.undefined(TimedCosts.NOT_SHOWN)
            : FigureJson.value(evidence.figures().candidate()));
    json.put("difference", FigureJson.value(evidence.figures().difference()));
    json.put("interval", FigureJson.interval(evidence.figures().interval()));
    json.put("support", FigureJson.support(evidence.figures().support()));
    json.put("bound", evidence.bound());
    json.put("standing", evidence.standing());
    json.put("note", evidence.note());
    json.put("settled_by", settledBy(evidence.prospect().settledBy()));
    json.put("detectable_effect", FigureJson.value(evidence.prospect().detectable()));
    return json;
  }

  private static Map<String, Object> settledBy(FurtherExamples examples) {
    Map<String, Object> json = new LinkedHashMap<>();
    switch (examples) {
      case FurtherExamples.Rows(long rows, long positives, long events) -> {
        json.put("rows", rows);
        json.put("positives", positives);
        json.put("events", events);
      }
      case FurtherExamples.Subjects(long subjects) -> json.put("subjects", subjects);
      case FurtherExamples.Unknown(String reason) -> json.put("unknown", reason);
    }
    return json;
  }
}
