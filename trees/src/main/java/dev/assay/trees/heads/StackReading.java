package dev.assay.trees.heads;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.statistics.Estimate;
import dev.assay.core.statistics.IntervalValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** What stacks say of their heads, in plain words. */
final class StackReading {

  private StackReading() {}

  /** A sentence on the only label, or on which labels are read in which way. */
  static String of(List<LabelStack> stacks) {
    if (stacks.size() == 1) {
      return sentence(stacks.getFirst());
    }
    return Arrays.stream(Reliance.values())
        .map(reliance -> sentence(reliance, stacks))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String sentence(Reliance reliance, List<LabelStack> stacks) {
    List<String> labels =
        stacks.stream()
            .filter(stack -> stack.reliance() == reliance)
            .map(LabelStack::label)
            .toList();
    return labels.isEmpty()
        ? ""
        : "For %d of %d labels the stack %s: %s."
            .formatted(labels.size(), stacks.size(), reliance.words(), String.join(", ", labels));
  }

  private static String sentence(LabelStack stack) {
    String start = "The stack " + stack.reliance().words();
    return switch (stack.reliance()) {
      case RELIES, SUFFERS, UNDECIDED -> start + ": " + evidence(stack) + ".";
      case IGNORES ->
          "%s: %s, less than %.0f%% of it whichever end holds."
              .formatted(start, evidence(stack), 100 * Reliance.NEGLIGIBLE);
      case HEADLESS -> start + ": none could be trained, and it scores by the base alone.";
    };
  }

  private static String evidence(LabelStack stack) {
    return "base %s, heads within [%s, %s], and leaving them out changes the out-of-fold log loss %s"
        .formatted(
            number("%.2f", stack.stack().baseWeight()),
            number("%+.2f", weights(stack).min().orElse(0)),
            number("%+.2f", weights(stack).max().orElse(0)),
            change(stack));
  }

  private static DoubleStream weights(LabelStack stack) {
    return stack.stack().heads().stream().mapToDouble(Stack.HeadTerm::weight);
  }

  private static String change(LabelStack stack) {
    Estimate change = stack.change();
    String from =
        stack.lossWith() instanceof MetricValue.Defined(double loss)
            ? "of " + number("%.4f", loss) + " "
            : "";
    String by =
        switch (change.value()) {
          case MetricValue.Defined(double value) -> "by " + number("%+.4f", value);
          case MetricValue.Undefined(String reason) -> "by an amount that is undefined: " + reason;
        };
    String interval =
        switch (change.interval()) {
          case IntervalValue.Defined(var range) ->
              " [%s, %s]".formatted(number("%+.4f", range.low()), number("%+.4f", range.high()));
          case IntervalValue.Undefined(String reason) -> " (no interval: " + reason + ")";
        };
    return from + by + interval + " over %d groups".formatted(change.clusters());
  }

  /** The number; what rounds to zero has no minus sign. */
  private static String number(String format, double value) {
    String text = String.format(Locale.ROOT, format, value);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero ? text.replace("-", format.contains("+") ? "+" : "") : text;
  }
}
