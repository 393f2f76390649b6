package dev.assay.pipeline.experiment;

import dev.assay.core.threshold.GroupShift;
import dev.assay.data.parts.Shares;
import dev.assay.report.json.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema (draft 7, which editors know best) of the experiment file: every key with its
 * meaning, type, bounds and default, and the settings of every trainer on the class path. It lets
 * an editor complete and check a file; {@link ExperimentReader} alone decides, since some rules
 * cannot be said in a schema, such as that a gate's holdout is declared.
 */
public final class ExperimentSchema {

  private static final String DIALECT = "http://json-schema.org/draft-07/schema#";

  private ExperimentSchema() {}

  /** The schema as nested maps, lists and values, in the order of the file's sections. */
  public static Map<String, Object> document() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", DIALECT);
    schema.put("title", "Assay experiment");
    schema.putAll(file().toMap());
    return schema;
  }

  /** The schema as the text of a file, the same bytes for the same trainers. */
  public static String text() {
    return CanonicalJson.render(document());
  }

  private static SectionSchema file() {
    return new SectionSchema("What is trained, on what, and what must hold for it to be promoted.")
        .required(
            "name",
            ValueSchema.textOrWhole(
                "Lower-case words joined by hyphens.", "[a-z0-9]+([-_.][a-z0-9]+)*"))
        .optional("hypothesis", ValueSchema.text("Why the change should help."))
        .optional("builds_on", ValueSchema.text("The run that this one is compared with."))
        .optional("expect", expected())
        .required("data", DataSchema.section())
        .optional(LabelsSection.KEY, LabelsSection.schema())
        .optional("parts", parts())
        .optional("holdouts", holdouts())
        .optional("suites", SuiteSchema.section())
        .optional("train", TrainSchema.section())
        .optional(BaselinesSection.KEY, TrainSchema.baselines())
        .optional(ExportSection.KEY, ExportSection.schema())
        .optional(
            "refit",
            ValueSchema.withDefault(
                "none",
                ValueSchema.choice(
                    "Whether what passed is trained on all rows before it is served.",
                    ExperimentReader.SHIPMENTS.keySet())))
        .optional(
            "calibration",
            ValueSchema.withDefault(
                "none",
                ValueSchema.choice(
                    "How scores become probabilities, fitted on validation.",
                    ThresholdsSection.METHODS.keySet())))
        .optional("thresholds", thresholds())
        .optional("tiers", tiers())
        .optional("gates", GateSchema.section())
        .optional(ReportSection.KEY, ReportSection.schema());
  }

  private static Map<String, Object> expected() {
    return ValueSchema.list(
        "Effects that are expected, frozen before training.",
        new SectionSchema("")
            .required("metric", GateSchema.metric())
            .required("on", ValueSchema.text("The holdout, or test."))
            .required("change", ValueSchema.range("A range such as 0.02..0.10."))
            .toMap());
  }

  private static Map<String, Object> parts() {
    Shares standard = Shares.STANDARD;
    return new SectionSchema("How examples come to train, validation and test.")
        .optional("train", share("The share of train.", standard.train()))
        .optional("validation", share("The share of validation.", standard.validation()))
        .optional("test", share("The share of test.", standard.test()))
        .optional(
            "by",
            ValueSchema.choice(
                "What is never divided. Default: what fits the declared columns.",
                PartsSection.UNITS.keySet()))
        .optional("block", ValueSchema.days("How long a block of days is, such as 56d."))
        .optional(
            "seed",
            ValueSchema.withDefault(
                0L, ValueSchema.whole("Another seed, other parts.", 0, Integer.MAX_VALUE)))
        .toMap();
  }

  private static Map<String, Object> share(String meaning, double standard) {
    return ValueSchema.withDefault(standard, ValueSchema.number(meaning, 0, 1));
  }

  private static Map<String, Object> holdouts() {
    Map<String, Object> rolling =
        new SectionSchema("")
            .required("last", ValueSchema.days("The last days of the data, such as 60d."))
            .toMap();
    Map<String, Object> frozen =
        new SectionSchema("")
            .required("frozen", ValueSchema.text("A Parquet file, from the experiment's folder."))
            .toMap();
    Map<String, Object> leaveOneOut =
        new SectionSchema("")
            .required(
                "leave_one_out",
                ValueSchema.text("The group column: each of its values is left out in turn."))
            .optional("since", since())
            .optional("minimum_support", GateSchema.support())
            .toMap();
    Map<String, Object> leaveOut =
        new SectionSchema("")
            .required(
                "leave_out",
                ValueSchema.text("The group column: its values are left out in folds."))
            .required("folds", ValueSchema.whole("How many folds.", 2, Integer.MAX_VALUE))
            .optional("since", since())
            .optional("minimum_support", GateSchema.support())
            .toMap();
    Map<String, Object> schema =
        new LinkedHashMap<>(
            ValueSchema.mapping(
                "Named sets besides the test part that candidates are judged on.",
                ValueSchema.anyOf("", List.of(rolling, frozen, leaveOneOut, leaveOut))));
    Map<String, Object> test = new LinkedHashMap<>();
    test.put("const", HoldoutDeclaration.TEST);
    Map<String, Object> names = new LinkedHashMap<>();
    names.put("not", test);
    schema.put("propertyNames", names);
    return schema;
  }

  private static Map<String, Object> since() {
    return ValueSchema.text("The first day whose rows are scored, such as 2026-01-31.");
  }

  private static Map<String, Object> thresholds() {
    Map<String, Object> range = ValueSchema.range("Where cuts may lie, such as 0.20..0.60.");
    Map<String, Object> cost =
        new SectionSchema("What mistakes cost; the cheapest cut is chosen.")
            .optional("false_positive", price("What a false positive costs."))
            .optional("false_negative", price("What a false negative costs."))
            .toMap();
    return new SectionSchema("How cuts are chosen, on validation only.")
        .optional(
            "maximise",
            ValueSchema.withDefault(
                "f1", ValueSchema.text("An F-beta, such as f1 or f2.", "f[0-9]+(\\.[0-9]+)?")))
        .optional("recall_at_least", ValueSchema.share("The best precision that has this recall."))
        .optional(
            "precision_at_least", ValueSchema.share("The best recall that has this precision."))
        .optional("cost", cost)
        .optional("within", range)
        .optional(
            "by_group",
            new SectionSchema("Cuts are shifted for each group, as far as its positives say.")
                .optional(
                    "shrinkage",
                    ValueSchema.withDefault(
                        GroupShift.DEFAULT_SHRINKAGE,
                        ValueSchema.number(
                            "At how many positives of its own a group goes half of the way.",
                            0,
                            1e9)))
                .toMap())
        .optional("labels", ValueSchema.mapping("Where the cut of a label may lie.", range))
        .atMostOneOf("maximise", "recall_at_least", "precision_at_least", "cost")
        .toMap();
  }

  private static Map<String, Object> tiers() {
    Map<String, Object> least =
        ValueSchema.mapping(
            "What each label must reach, by metric.", ValueSchema.number("", 0, GateSection.ANY));
    Map<String, Object> loss =
        ValueSchema.mapping(
            "What each label may lose against the champion, by metric.",
            ValueSchema.number("", 0, GateSection.ANY));
    return ValueSchema.mapping(
        "Labels by how much depends on them.",
        new SectionSchema("")
            .required("labels", ValueSchema.texts("The labels of the tier."))
            .optional(
                "on",
                ValueSchema.withDefault(
                    HoldoutDeclaration.TEST, ValueSchema.texts("The holdout, or holdouts.")))
            .optional("at_least", least)
            .optional("lose_at_most", loss)
            .optional("threshold", ValueSchema.range("Where the cuts of its labels may lie."))
            .optional(
                TiersSection.POSITIVE_WEIGHT,
                ValueSchema.number(
                    "How much more a positive of its labels weighs in training.",
                    TiersSection.LEAST_WEIGHT,
                    TiersSection.MOST_WEIGHT))
            .optional("minimum_support", GateSchema.support())
            .toMap());
  }

  private static Map<String, Object> price(String meaning) {
    return ValueSchema.withDefault(1.0, ValueSchema.number(meaning, 0, 1e9));
  }
}
