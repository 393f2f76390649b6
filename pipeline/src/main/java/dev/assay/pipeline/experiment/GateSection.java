package dev.assay.pipeline.experiment;

import dev.assay.core.gate.ChangeGate;
import dev.assay.core.gate.ChangeLimit;
import dev.assay.core.gate.CostGate;
import dev.assay.core.gate.CountGate;
import dev.assay.core.gate.DegenerateGate;
import dev.assay.core.gate.Gate;
import dev.assay.core.gate.Handling;
import dev.assay.core.gate.Inconclusive;
import dev.assay.core.gate.JudgedBy;
import dev.assay.core.gate.Limit;
import dev.assay.core.gate.MinimumSupport;
import dev.assay.core.gate.RegressionGate;
import dev.assay.core.gate.SubjectSelector;
import dev.assay.core.gate.SummaryGate;
import dev.assay.core.gate.Target;
import dev.assay.core.gate.ValueGate;
import dev.assay.core.metric.Metric;
import dev.assay.pipeline.yaml.Quantity;
import dev.assay.pipeline.yaml.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one item of {@code gates}: what it asks for decides which gate it is. */
final class GateSection {

  static final double ANY = 1e9;
  private static final Pattern SUPPORT = Pattern.compile("(\\d{1,9})(?:\\s+(events?|positives?))?");
  static final Map<String, JudgedBy> JUDGED_BY =
      Map.of("point", JudgedBy.POINT, "bound", JudgedBy.BOUND);
  static final Map<String, Inconclusive> INCONCLUSIVE =
      Map.of("hold", Inconclusive.HOLDS, "pass", Inconclusive.PASSES);
  static final Map<String, SummaryGate.Summary> SUMMARIES =
      Map.of(
          "median", SummaryGate.Summary.MEDIAN,
          "mean", SummaryGate.Summary.MEAN,
          "worst", SummaryGate.Summary.WORST);

  static final String TWO_GATES = "Keep one of them, or write two gates.";
  static final String FORBIDDEN = "forbidden";

  /** The keys that bound a figure, and so make another gate than one on regressions. */
  private static final List<String> OF_FIGURES =
      List.of(
          "at_least",
          "at_most",
          "lose_at_most",
          "gain_at_least",
          "improve_by",
          "count_at_least",
          "summary");

  private final Section gate;
  private final GateContext context;
  private final String name;
  private final Inconclusive inconclusive;
  private final Handling handling;

  /** A gate to be read. */
  GateSection(Section gate, GateContext context) {
    this.gate = gate;
    this.context = context;
    name = gate.requiredText("name");
    inconclusive = gate.choice("inconclusive", INCONCLUSIVE).orElse(Inconclusive.HOLDS);
    handling = new Handling(gate.choice("judge", JUDGED_BY).orElse(JudgedBy.POINT), inconclusive);
  }

  /** Reads the items of {@code gates}; those of tiers stand behind. */
  static List<Gate> readAll(Section top, GateContext context) {
    List<Gate> gates = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Section section : top.sections("gates")) {
      Optional<Gate> gate = new GateSection(section, context).read();
      gate.ifPresent(
          g -> {
            gates.add(g);
            context
                .holdouts()
                .ifPresent(
                    known ->
                        g.holdouts()
                            .forEach(on -> ExperimentReader.checkHoldout(section, on, known)));
            if (!names.add(g.name())) {
              section.problem("name", "'" + g.name() + "' stands twice.", "Name each once.");
            }
          });
    }
    for (Gate gate : context.tiers().gates()) {
      if (names.add(gate.name())) {
        gates.add(gate);
      } else {
        top.problem("tiers", "'" + gate.name() + "' is the name of a gate already.", "");
      }
    }
    return gates;
  }

  /** The gate, or empty with a problem noted. */
  Optional<Gate> read() {
    Optional<Gate> read = Optional.empty();
    try {
      read = gate();
      if (read.isEmpty()) {
        gate.problem(
            "name",
            "asks for nothing that can be judged.",
            "Add at_least, at_most, lose_at_most, gain_at_least, improve_by with count_at_least,"
                + " 'regressions: forbidden', 'degenerate: forbidden', p95, size, or of a suite"
                + " must_pass, at_least, broken or gaps_closed_at_least.");
      }
    } catch (IllegalArgumentException e) {
      gate.problem("name", "cannot be: " + e.getMessage(), "");
    }
    gate.done();
    return read;
  }

  private Optional<Gate> gate() {
    gate.atMostOneOf(TWO_GATES, List.of("degenerate", "regressions", "p95", "size", "suite"));
    if (gate.has("degenerate")) {
      return degenerate();
    }
    if (gate.has("regressions")) {
      return regressions();
    }
    SuiteGateSection.KEYS.forEach(key -> gate.onlyWith(key, List.of("suite")));
    if (gate.has("suite")) {
      return new SuiteGateSection(gate, context.suites()).read(name, handling);
    }
    Optional<Gate> cost = cost();
    return cost.isPresent() ? cost : judged();
  }

  private Optional<Gate> degenerate() {
    checkForbidden("degenerate");
    MinimumSupport support = support(gate).orElse(DegenerateGate.DEFAULT_SUPPORT);
    return Optional.of(new DegenerateGate(name, gate.texts("on"), support, inconclusive));
  }

  /** What bounds a value or a change is another gate, and how it is judged is settled. */
  private Optional<Gate> regressions() {
    checkForbidden("regressions");
    for (String other : OF_FIGURES) {
      gate.atMostOneOf(TWO_GATES, List.of("regressions", other));
    }
    for (String picking : List.of("among", "picked_on")) {
      gate.atMostOneOf(
          "Look at each group: those that were picked for being worst get better by themselves,"
              + " which hides a loss.",
          List.of("regressions", picking));
    }
    gate.atMostOneOf(
        "Remove it: what is called a regression is settled by p-values after Holm.",
        List.of("regressions", "judge"));
    return target().map(target -> new RegressionGate(name, target, inconclusive));
  }

  /** It can only be forbidden; anything else is a problem. */
  private void checkForbidden(String key) {
    gate.choice(key, Map.of(FORBIDDEN, true));
  }

  private Optional<Gate> cost() {
    Optional<Double> p95 = gate.quantity("p95", "a time such as 20ms", Quantity::milliseconds);
    Optional<Long> size = gate.quantity("size", "a size such as 30MB", Quantity::bytes);
    if (p95.isPresent()) {
      return Optional.of(new CostGate(name, CostGate.Cost.P95_LATENCY, p95.get(), inconclusive));
    }
    return size.map(bytes -> new CostGate(name, CostGate.Cost.SIZE, bytes, inconclusive));
  }

  private Optional<Gate> judged() {
    Optional<Target> target = target();
    Optional<Limit> limit = limit();
    Optional<ChangeLimit> change = changeLimit();
    OptionalDouble improveBy = gate.number("improve_by", 0, ANY);
    OptionalInt count = gate.whole("count_at_least", 1, Integer.MAX_VALUE);
    Optional<SummaryGate.Summary> summary = gate.choice("summary", SUMMARIES);
    gate.atMostOneOf(
        TWO_GATES, List.of("at_least", "at_most", "lose_at_most", "gain_at_least", "improve_by"));
    gate.onlyWith("summary", List.of("at_least", "at_most"));
    gate.onlyWith("count_at_least", List.of("improve_by"));
    if (target.isEmpty()) {
      return Optional.empty();
    }
    if (improveBy.isPresent() && count.isPresent()) {
      return Optional.of(
          new CountGate(
              name, target.get(), improveBy.getAsDouble(), count.getAsInt(), inconclusive));
    }
    if (change.isPresent()) {
      return Optional.of(new ChangeGate(name, target.get(), change.get(), handling));
    }
    if (limit.isPresent() && summary.isPresent()) {
      return Optional.of(new SummaryGate(name, target.get(), summary.get(), limit.get(), handling));
    }
    return limit.map(l -> new ValueGate(name, target.get(), l, handling));
  }

  private Optional<Limit> limit() {
    OptionalDouble least = gate.number("at_least", -ANY, ANY);
    OptionalDouble most = gate.number("at_most", -ANY, ANY);
    if (least.isPresent()) {
      return Optional.of(Limit.atLeast(least.getAsDouble()));
    }
    return most.isPresent() ? Optional.of(Limit.atMost(most.getAsDouble())) : Optional.empty();
  }

  private Optional<ChangeLimit> changeLimit() {
    OptionalDouble loss = gate.number("lose_at_most", 0, ANY);
    OptionalDouble gain = gate.number("gain_at_least", 0, ANY);
    if (loss.isPresent()) {
      return Optional.of(ChangeLimit.loseAtMost(loss.getAsDouble()));
    }
    return gain.isPresent()
        ? Optional.of(ChangeLimit.gainAtLeast(gain.getAsDouble()))
        : Optional.empty();
  }

  private Optional<Target> target() {
    String metricName = gate.requiredText("metric");
    List<String> holdouts = gate.texts("on");
    if (holdouts.isEmpty() && !gate.has("on")) {
      gate.problem("on", "is missing.", "Name a holdout, as in 'on: recent'.");
    }
    SubjectSelector subjects = new GateSubjects(gate, context).read(holdouts);
    MinimumSupport support = support(gate).orElseGet(() -> context.support(holdouts));
    if (metricName.isEmpty() || holdouts.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Target(Metric.parse(metricName), holdouts, subjects, support));
    } catch (IllegalArgumentException e) {
      gate.problem("metric", "cannot be used: " + e.getMessage(), "");
      return Optional.empty();
    }
  }

  /** The support that a section asks for. */
  static Optional<MinimumSupport> support(Section section) {
    return section.quantity(
        "minimum_support",
        "a number of events or positives, such as '30 events'",
        GateSection::parseSupport);
  }

  private static Optional<MinimumSupport> parseSupport(String text) {
    Matcher matcher = SUPPORT.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    boolean positives = matcher.group(2) != null && matcher.group(2).startsWith("positive");
    return Optional.of(positives ? MinimumSupport.positives(count) : MinimumSupport.events(count));
  }
}
