package dev.assay.pipeline.experiment;

import dev.assay.core.gate.SubjectSelector;
import dev.assay.core.problem.NearestName;
import dev.assay.pipeline.yaml.Section;
import dev.assay.pipeline.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads whose figures a gate looks at. */
final class GateSubjects {

  static final Map<String, SubjectSelector.WorstGroups.By> WORST_BY =
      Map.of(
          "change", SubjectSelector.WorstGroups.By.CHANGE,
          "value", SubjectSelector.WorstGroups.By.VALUE);

  static final String LABEL = "label";
  static final String GROUP = "group";

  private final Section gate;
  private final GateContext context;

  /** The subjects of a gate that is being read. */
  GateSubjects(Section gate, GateContext context) {
    this.gate = gate;
    this.context = context;
  }

  /** Whose figures; where that cannot be read, the whole holdout's with a problem noted. */
  SubjectSelector read(List<String> holdouts) {
    List<String> labels = gate.texts("labels");
    List<String> groups = gate.texts("groups");
    String pickedOn = gate.text("picked_on").orElse("");
    List<String> each = gate.texts("each");
    Optional<SubjectSelector> among = gate.section("among").flatMap(GateSubjects::among);
    gate.atMostOneOf(GateSection.TWO_GATES, List.of("labels", "tier", "groups", "each", "among"));
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
    return gate.has("each") ? each(each) : unnamed(holdouts);
  }

  /** Groups by how they came off in an earlier run. */
  private static Optional<SubjectSelector> among(Section among) {
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

  /** Each of one kind, or each label in each level of a slice. */
  private SubjectSelector each(List<String> each) {
    List<String> columns = each.stream().filter(name -> !name.equals(LABEL)).toList();
    if (each.equals(List.of(LABEL))) {
      return new SubjectSelector.EachLabel();
    }
    if (each.equals(List.of(GROUP))) {
      return new SubjectSelector.EachGroup();
    }
    if (columns.size() != 1 || each.size() > 2 || !context.slices().contains(columns.getFirst())) {
      gate.problem("each", "is " + shown(each) + ".", "It can be " + known() + ".");
      return new SubjectSelector.WholeHoldout();
    }
    String column = columns.getFirst();
    return each.size() == 1
        ? new SubjectSelector.EachLevel(column)
        : new SubjectSelector.EachLabelInLevels(column);
  }

  private static String shown(List<String> each) {
    return each.size() == 1 ? "'" + each.getFirst() + "'" : each.toString();
  }

  private String known() {
    List<String> slices = context.slices();
    return slices.isEmpty()
        ? "label or group; a slice too, once it is declared under 'slices'"
        : "label, group, one of the slices %s, or [label, SLICE] for each label in each of its levels"
            .formatted(slices);
  }

  /** The labels that gates name, those of tiers left out. */
  static List<LabelMention> mentions(Section top) {
    List<LabelMention> mentions = new ArrayList<>();
    if (top.value("gates").orElse(null) instanceof YamlValue.Sequence gates) {
      for (int i = 0; i < gates.items().size(); i++) {
        String key = "gates[" + i + "].labels";
        for (YamlValue label : named(gates.items().get(i))) {
          if (label instanceof YamlValue.Scalar(String place, Object name)) {
            mentions.add(new LabelMention(place, key, name.toString()));
          }
        }
      }
    }
    return mentions;
  }

  /** What stands under {@code labels}, one or a list. */
  private static List<YamlValue> named(YamlValue gate) {
    if (!(gate instanceof YamlValue.Mapping mapping)) {
      return List.of();
    }
    YamlValue labels = mapping.entries().get("labels");
    if (labels instanceof YamlValue.Sequence several) {
      return several.items();
    }
    return labels == null ? List.of() : List.of(labels);
  }
}
