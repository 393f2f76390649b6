package dev.assay.pipeline.audit;

import dev.assay.core.evaluation.Subject;
import dev.assay.core.label.LabelSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The greatest deficit of each group and of each label. */
final class Deficits {

  private final Map<String, LabelNeed> ofGroup = new HashMap<>();
  private final Map<String, LabelNeed> ofLabel = new HashMap<>();

  Deficits(List<LabelNeed> needs, LabelSchema schema) {
    for (LabelNeed need : needs) {
      switch (need.figure().subject()) {
        case Subject.Group(String level) -> ofGroup.merge(level, need, Deficits::greater);
        case Subject.Label(String name) -> ofLabel.merge(name, need, Deficits::greater);
        case Subject.Whole whole ->
            ofLabel.merge(schema.names().getFirst(), need, Deficits::greater);
        case Subject.Slice slice -> {}
        case Subject.LabelInSlice inSlice -> {}
      }
    }
  }

  /** The greater need of a group and of a label; empty where neither has one. */
  Optional<LabelNeed> of(Optional<String> group, String label) {
    Optional<LabelNeed> first = group.map(ofGroup::get);
    Optional<LabelNeed> second = Optional.ofNullable(ofLabel.get(label));
    return first.isPresent() && second.isPresent()
        ? Optional.of(greater(first.get(), second.get()))
        : first.or(() -> second);
  }

  private static LabelNeed greater(LabelNeed one, LabelNeed other) {
    return other.needed().deficit() > one.needed().deficit() ? other : one;
  }
}
