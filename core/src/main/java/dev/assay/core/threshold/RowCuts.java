package dev.assay.core.threshold;

import dev.assay.core.example.Attributes;
import java.util.OptionalDouble;

/** The cuts that rows are decided by, one by one, for telling people of them. */
public final class RowCuts {

  private RowCuts() {}

  /**
   * The cut of a label in a row, that of the row's group where groups have their own; empty where
   * the highest score decides.
   *
   * @param attributes the attributes of the rows
   * @param label the label's column in the rule's schema
   */
  public static OptionalDouble of(DecisionRule rule, Attributes attributes, int label, int row) {
    return switch (rule) {
      case Thresholds cuts -> OptionalDouble.of(cuts.cut(label));
      case GroupThresholds cuts ->
          OptionalDouble.of(
              attributes
                  .group()
                  .filter(groups -> !groups.isMissing(row))
                  .map(groups -> cuts.of(groups.levels().get(groups.code(row))))
                  .orElse(cuts.pooled())
                  .cut(label));
      case Argmax highest -> OptionalDouble.empty();
    };
  }
}
