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
import dev.assay.core.gate.SubjectSelector;
import dev.assay.core.gate.SummaryGate;
import dev.assay.core.gate.Target;
import dev.assay.core.gate.ValueGate;
import dev.assay.core.metric.Metric;
import dev.assay.core.problem.NearestName;
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
  private static final Pattern SUPPORT = Pattern.compile("(\\d+)(?:\\s+(events?|positives?))?");
  static final Map<String, JudgedBy> JUDGED_BY =
      Map.of("point", JudgedBy.POINT, "bound", JudgedBy.BOUND);
  static final Map<String, Inconclusive> INCONCLUSIVE =
      Map.of("hold", Inconclusive.HOLDS, "pass", Inconclusive.PASSES);
  static final Map<String, SummaryGate.Summary> SUMMARIES =
      Map.of(
          "median", SummaryGate.Summary.MEDIAN,
          "mean", SummaryGate.Summary.MEAN,
          "worst", SummaryGate.Summary.WORST);

  static final Map<String, SubjectSelector.WorstGroups.By> WORST_BY =
      Map.of(
          "change", SubjectSelector.WorstGroups.By.CHANGE,
          "value", SubjectSelector.WorstGroups.By.VALUE);

  private static final String TWO_GATES = "Keep one of them, or write two gates.";

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
                + " 'degenerate: forbidden', p95 or size.");
      }
    } catch (IllegalArgumentException e) {
      gate.problem("name", "cannot be: " + e.getMessage(), "");
    }
    gate.done();
    return read;
  }

  private Optional<Gate> gate() {
    if (gate.has("degenerate")) {
      return degenerate();
    }
    Optional<Gate> cost = cost();
    return cost.isPresent() ? cost : judged();
  }

  private Optional<Gate> degenerate() {
    if (!gate.text("degenerate").orElse("").equals("forbidden")) {
      gate.problem("degenerate", "can only be 'forbidden'.", "");
    }
    MinimumSupport support = support(gate).orElse(DegenerateGate.DEFAULT_SUPPORT);
    return Optional.of(new DegenerateGate(name, gate.texts("on"), support, inconclusive));
  }

  private Optional<Gate> cost() {
    gate.atMostOneOf(TWO_GATES, List.of("p95", "size"));
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
    SubjectSelector subjects = subjects(holdouts);
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

  private SubjectSelector subjects(List<String> holdouts) {
    List<String> labels = gate.texts("labels");
    List<String> groups = gate.texts("groups");
    String pickedOn = gate.text("picked_on").orElse("");
    Optional<String> each = gate.text("each");
    Optional<SubjectSelector> among = gate.section("among").flatMap(this::among);
    gate.atMostOneOf(TWO_GATES, List.of("labels", "tier", "groups", "each", "among"));
    gate.onlyWith("picked_on", List.of("groups"));
    if (!labels.isEmpty()) {
      return new SubjectSelector.NamedLabels(String.join(", ", labels), labels);
    }
    Optional<String> tier = gate.text("tier");
    if (tier.isPresent()) {
      return tier(tier.get());
    }
    if (among.isPresent()) {
      return among.get();
    }
    if (!groups.isEmpty()) {
      return new SubjectSelector.NamedGroups(groups, pickedOn);
    }
    return each.map(this::each).orElseGet(() -> unnamed(holdouts));
  }

  /** Groups by how they came off in an earlier run. */
  private Optional<SubjectSelector> among(Section among) {
    OptionalInt worst = among.whole("worst", 1, Integer.MAX_VALUE);
    String run = among.requiredText("of");
    SubjectSelector.WorstGroups.By by =
        among.choice("by", WORST_BY).orElse(SubjectSelector.WorstGroups.By.CHANGE);
    if (worst.isEmpty() && !among.has("worst")) {
      among.problem("worst", "is missing.", "Say how many groups, as in 'worst: 16'.");
    }
    among.done();
    return worst.isEmpty() || run.isEmpty()
        ? Optional.empty()
        : Optional.of(new SubjectSelector.WorstGroups(worst.getAsInt(), by, run));
  }

  /** What sums up, or counts, looks at each group where groups are left out, else at the whole. */
  private SubjectSelector unnamed(List<String> holdouts) {
    boolean sumsUp = gate.has("summary") || gate.has("improve_by");
    return sumsUp && context.areGrouped(holdouts)
        ? new SubjectSelector.EachGroup()
        : new SubjectSelector.WholeHoldout();
  }

  private SubjectSelector tier(String tier) {
    List<String> labels = context.tiers().labels().getOrDefault(tier, List.of());
    if (labels.isEmpty()) {
      gate.problem(
          "tier",
          "names no tier: '" + tier + "'.",
          NearestName.advice(tier, List.copyOf(context.tiers().labels().keySet())));
      return new SubjectSelector.WholeHoldout();
    }
    return Tiers.selector(tier, labels);
  }

  private SubjectSelector each(String each) {
    if (each.equals("label")) {
      return new SubjectSelector.EachLabel();
    }
    if (each.equals("group")) {
      return new SubjectSelector.EachGroup();
    }
    if (!context.slices().contains(each)) {
      gate.problem(
          "each",
          "is '" + each + "'.",
          "It can be label, group"
              + (context.slices().isEmpty() ? "" : " or one of the slices " + context.slices())
              + ".");
    }
    return new SubjectSelector.EachLevel(each);
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
