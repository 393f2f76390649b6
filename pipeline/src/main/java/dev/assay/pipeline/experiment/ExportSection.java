package dev.assay.pipeline.experiment;

import dev.assay.core.gate.CostGate;
import dev.assay.core.gate.Gate;
import dev.assay.core.gate.Inconclusive;
import dev.assay.core.problem.NearestName;
import dev.assay.pipeline.yaml.Quantity;
import dev.assay.pipeline.yaml.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code export}: precisions, the one that is served, and what it must keep to. */
final class ExportSection {

  static final String KEY = "export";

  private final Section export;
  private final TrainingDeclaration training;

  private ExportSection(Section export, TrainingDeclaration training) {
    this.export = export;
    this.training = training;
  }

  /** What is exported, where the file asks for it and the trainer can. */
  static Optional<ExportDeclaration> read(Section top, TrainingDeclaration training) {
    return top.section(KEY).flatMap(section -> new ExportSection(section, training).read());
  }

  /** The gates of what is served that the section stands for. */
  static List<Gate> gates(Section top) {
    List<Gate> gates = new ArrayList<>();
    top.section(KEY)
        .flatMap(section -> section.section("cost"))
        .ifPresent(
            cost -> {
              cost.quantity("p95", "a time such as 20ms", Quantity::milliseconds)
                  .ifPresent(
                      most ->
                          gates.add(
                              gate("served model: latency", CostGate.Cost.P95_LATENCY, most)));
              cost.quantity("size", "a size such as 30MB", Quantity::bytes)
                  .ifPresent(
                      most -> gates.add(gate("served model: size", CostGate.Cost.SIZE, most)));
              cost.done();
            });
    return gates;
  }

  private static Gate gate(String name, CostGate.Cost cost, double most) {
    return new CostGate(name, cost, most, Inconclusive.HOLDS);
  }

  private Optional<ExportDeclaration> read() {
    List<String> known = training.trainer().precisions(training.settings());
    export.value("cost");
    List<String> asked = export.texts("precision");
    Optional<String> serve = export.text("serve");
    double drop =
        export.section("parity").map(ExportSection::drop).orElse(ExportDeclaration.STANDARD_DROP);
    export.done();
    if (known.isEmpty()) {
      export.problem(
          "precision",
          "is asked for, but '"
              + training.trainer().name()
              + "' stores its models in one form only.",
          "Leave 'export' out.");
      return Optional.empty();
    }
    List<String> precisions = asked.isEmpty() ? List.of(known.getFirst()) : asked;
    for (String precision : precisions) {
      if (!known.contains(precision)) {
        export.problem(
            "precision",
            "names no precision: '" + precision + "'.",
            NearestName.advice(precision, known));
      }
    }
    if (precisions.stream().distinct().count() < precisions.size()) {
      export.problem("precision", "names one twice: " + precisions + ".", "Keep one.");
    }
    String served = serve.orElse(precisions.getFirst());
    if (!precisions.contains(served)) {
      export.problem(
          "serve",
          "is '" + served + "', which is not among the precisions " + precisions + ".",
          "Add it to 'precision', or serve one of those.");
      return Optional.empty();
    }
    return Optional.of(
        new ExportDeclaration(precisions.stream().distinct().toList(), served, drop));
  }

  private static double drop(Section parity) {
    double drop = parity.number("f1_drop_at_most", 0, 1).orElse(ExportDeclaration.STANDARD_DROP);
    parity.done();
    return drop;
  }

  /** The JSON Schema of the section. */
  static Map<String, Object> schema() {
    Map<String, Object> precision = ValueSchema.text("A precision of the trainer, such as int8.");
    return new SectionSchema("The precisions that the trained weights are stored in.")
        .optional(
            "precision",
            ValueSchema.list("Those that are tried, each at its own thresholds.", precision))
        .optional(
            "serve",
            ValueSchema.text("The one that is judged and served. Default: the first of them."))
        .optional(
            "parity",
            new SectionSchema("How far a precision may be from the weights as they were trained.")
                .optional(
                    "f1_drop_at_most",
                    ValueSchema.withDefault(
                        ExportDeclaration.STANDARD_DROP,
                        ValueSchema.number("How much F1 of any label may fall.", 0, 1)))
                .toMap())
        .optional(
            "cost",
            new SectionSchema("What serving may cost, as gates.")
                .optional(
                    "p95", ValueSchema.milliseconds("The latency that 95 of 100 calls stay below."))
                .optional("size", ValueSchema.bytes("The size of the model's files."))
                .toMap())
        .toMap();
  }

  /** What the section comes to with every default. */
  static Map<String, Object> configuration(ExportDeclaration declared) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("precision", declared.precisions());
    map.put("serve", declared.serve());
    map.put("f1_drop_at_most", declared.dropAtMost());
    return map;
  }
}
