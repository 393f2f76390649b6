package dev.assay.pipeline.experiment;

import dev.assay.core.metric.Averaging;
import dev.assay.core.metric.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The JSON Schema of {@code gates}, as {@link GateSection} reads them. */
final class GateSchema {

  private GateSchema() {}

  static Map<String, Object> section() {
    return ValueSchema.list(
        "What a candidate must meet to be promoted. Without gates nothing is.",
        ValueSchema.anyOf("", List.of(figure(), regressions(), degenerate(), cost(), suite())));
  }

  /** The name of a metric, as in scikit-learn. */
  static Map<String, Object> metric() {
    String measures =
        Arrays.stream(Measure.values())
            .map(m -> m == Measure.F_BETA ? "f[0-9]+(\\.[0-9]+)?" : m.key())
            .collect(Collectors.joining("|"));
    String averages =
        Arrays.stream(Averaging.values())
            .map(Averaging::suffix)
            .filter(suffix -> !suffix.isEmpty())
            .collect(Collectors.joining("|"));
    return ValueSchema.text(
        "A metric by scikit-learn's name, such as f1, average_precision or f1_macro.",
        "(" + measures + ")(" + averages + ")?");
  }

  private static Map<String, Object> figure() {
    return looking("A bound on a metric, or on its change against the champion.")
        .optional("at_least", bound("The least value of the metric."))
        .optional("at_most", bound("The greatest value of the metric."))
        .optional("lose_at_most", change("How much worse than the champion it may be."))
        .optional("gain_at_least", change("How much better than the champion it must be."))
        .optional("improve_by", change("How much a label or group must gain to be counted."))
        .optional(
            "count_at_least",
            ValueSchema.whole("How many labels or groups must gain.", 1, Integer.MAX_VALUE))
        .optional(
            "summary",
            ValueSchema.choice(
                "What over the labels or groups is bounded.", GateSection.SUMMARIES.keySet()))
        .optional(
            "picked_on",
            ValueSchema.text(
                "The holdout on whose figures the groups were picked; it cannot judge them."))
        .optional("among", among())
        .optional("judge", judge())
        .enough("at_least")
        .enough("at_most")
        .enough("lose_at_most")
        .enough("gain_at_least")
        .enough("improve_by", "count_at_least")
        .atMostOneOf("at_least", "at_most", "lose_at_most", "gain_at_least", "improve_by")
        .atMostOneOf("labels", "tier", "groups", "each", "among")
        .toMap();
  }

  private static Map<String, Object> regressions() {
    return looking("Nothing that stands out as a loss against the champion, of all looked at.")
        .required("regressions", ValueSchema.choice("", List.of(GateSection.FORBIDDEN)))
        .atMostOneOf("labels", "tier", "groups", "each")
        .toMap();
  }

  /** A gate on a metric of subjects. */
  private static SectionSchema looking(String meaning) {
    return named(meaning)
        .required("metric", metric())
        .required("on", ValueSchema.texts("The holdout, or holdouts, or test."))
        .optional("labels", ValueSchema.texts("These labels, each by itself."))
        .optional("tier", ValueSchema.text("The labels of this tier, each by itself."))
        .optional("groups", ValueSchema.texts("These groups, each by itself."))
        .optional(
            "each",
            ValueSchema.texts(
                "label, group or a slice column: each by itself. [label, SLICE]: each label in"
                    + " each level of the slice."))
        .optional("minimum_support", support());
  }

  private static Map<String, Object> degenerate() {
    return named("No model that predicts all, none or a constant.")
        .required("degenerate", ValueSchema.choice("", List.of(GateSection.FORBIDDEN)))
        .required("on", ValueSchema.texts("The holdout, or holdouts, or test."))
        .optional("minimum_support", support())
        .toMap();
  }

  private static Map<String, Object> cost() {
    return named("What serving may cost.")
        .optional("p95", ValueSchema.milliseconds("The latency that 95 of 100 calls stay below."))
        .optional("size", ValueSchema.bytes("The size of the model file."))
        .enough("p95")
        .enough("size")
        .atMostOneOf("p95", "size")
        .toMap();
  }

  private static Map<String, Object> suite() {
    return named("How the candidate must behave on suites.")
        .required("suite", ValueSchema.texts("The suite, or suites, each by itself."))
        .optional(
            "must_pass",
            ValueSchema.choice(
                "Every vector that is not known to fail.", List.of(SuiteGateSection.ALL)))
        .optional("at_least", ValueSchema.number("The least share of vectors that pass.", 0, 1))
        .optional(
            "each",
            ValueSchema.choice(
                "The share of each functionality by itself.",
                List.of(SuiteGateSection.FUNCTIONALITY)))
        .optional(
            "minimum_cases",
            ValueSchema.withDefault(
                1L,
                ValueSchema.whole(
                    "A functionality of fewer cases is reported, and neither passes nor fails.",
                    1,
                    Integer.MAX_VALUE)))
        .optional("judge", judge())
        .optional(
            "broken",
            ValueSchema.choice(
                "Nothing that the champion passes fails.", List.of(GateSection.FORBIDDEN)))
        .optional(
            "gaps_closed_at_least",
            ValueSchema.whole(
                "How many known failures must pass, while nothing breaks.", 1, Integer.MAX_VALUE))
        .enough("must_pass")
        .enough("at_least")
        .enough("broken")
        .enough("gaps_closed_at_least")
        .atMostOneOf("must_pass", "at_least", "broken", "gaps_closed_at_least")
        .toMap();
  }

  private static Map<String, Object> judge() {
    return ValueSchema.withDefault(
        "point",
        ValueSchema.choice(
            "Whether the value or the bound of its interval is judged.",
            GateSection.JUDGED_BY.keySet()));
  }

  private static SectionSchema named(String meaning) {
    return new SectionSchema(meaning)
        .required("name", ValueSchema.text("What the gate is called in verdicts."))
        .optional(
            "inconclusive",
            ValueSchema.withDefault(
                "hold",
                ValueSchema.choice(
                    "Which way it falls where the evidence does not decide.",
                    GateSection.INCONCLUSIVE.keySet())));
  }

  private static Map<String, Object> bound(String meaning) {
    return ValueSchema.number(meaning, -GateSection.ANY, GateSection.ANY);
  }

  private static Map<String, Object> change(String meaning) {
    return ValueSchema.number(meaning, 0, GateSection.ANY);
  }

  private static Map<String, Object> among() {
    return new SectionSchema("Groups by how they came off in an earlier run.")
        .required("worst", ValueSchema.whole("How many of them.", 1, Integer.MAX_VALUE))
        .required("of", ValueSchema.text("The id of the run, as 'assay history' shows it."))
        .optional(
            "by",
            ValueSchema.withDefault(
                "change",
                ValueSchema.choice(
                    "Whether by the change against the champion or by the figure itself.",
                    GateSubjects.WORST_BY.keySet())))
        .toMap();
  }

  static Map<String, Object> support() {
    return ValueSchema.textOrWhole(
        "Fewer events or positives than this are reported, and neither pass nor fail, as in"
            + " '30 events'.",
        "\\s*[0-9]{1,9}(\\s+(events?|positives?))?\\s*");
  }
}
