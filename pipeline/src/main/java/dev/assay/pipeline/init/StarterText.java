package dev.assay.pipeline.init;

import dev.assay.data.leak.TellingFeature;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The text of a first experiment file. */
final class StarterText {

  private static final int RECENT_DAYS = 60;
  private static final int SHORTEST_RECENT_DAYS = 7;

  /** A recent window takes at most one day in so many of the data. */
  private static final int SHARE_OF_DAYS = 5;

  /** Words that YAML takes for something else than a text. */
  private static final Set<String> NO_TEXTS =
      Set.of("y", "n", "yes", "no", "true", "false", "on", "off", "null", "~");

  private final String name;
  private final String format;
  private final String rows;
  private final Roles roles;

  /**
   * A text to be written.
   *
   * @param name the experiment
   * @param format the key that says what kind of file the rows are in
   * @param rows the file as the experiment names it
   */
  StarterText(String name, String format, String rows, Roles roles) {
    this.name = name;
    this.format = format;
    this.rows = rows;
    this.roles = roles;
  }

  /**
   * The YAML text.
   *
   * @param telling features that are left out since they tell the label
   */
  String yaml(List<TellingFeature> telling) {
    StringBuilder text = new StringBuilder();
    text.append("# An experiment: what is changed, what is hoped for, and what must hold.\n");
    text.append("name: ").append(name).append('\n');
    text.append("hypothesis: ")
        .append(readsTexts() ? "The words" : "Boosted trees")
        .append(" tell ");
    text.append(roles.label().name().replaceAll("[:#]", " "));
    text.append(" better than a baseline does.\n\n");
    data(text, telling);
    holdouts(text);
    train(text);
    if (isBinary()) {
      text.append("\n# Where a score becomes a yes, chosen on the validation part only.\n");
      text.append("thresholds: { maximise: f1 }\n");
    }
    gates(text);
    return text.toString();
  }

  private boolean readsTexts() {
    return !roles.texts().isEmpty();
  }

  private void train(StringBuilder text) {
    text.append("# What is trained; the seed is fixed beforehand. Others: with: ");
    if (!readsTexts()) {
      text.append("logistic.\n");
      text.append(
          "train: { with: xgboost, rounds: 300, depth: 4, learning_rate: 0.1, seeds: [1] }\n");
      return;
    }
    text.append("prior.\ntrain: { with: tfidf-logistic, ");
    if (roles.texts().size() > 1) {
      String template = "{" + String.join("} {", roles.texts()) + "}";
      text.append("template: ").append(scalar(template)).append(", ");
    }
    text.append("seeds: [1] }\n");
  }

  private void data(StringBuilder text, List<TellingFeature> telling) {
    text.append("# Where the rows are, and what each column is for. The others are inputs.\n");
    text.append("data:\n");
    text.append("  rows: { ").append(format).append(": ").append(scalar(rows)).append(" }\n");
    if (roles.id().isEmpty()) {
      text.append("  # No column names a row, so ids are made from content; better: id: COLUMN\n");
    } else {
      text.append("  id: ").append(list(roles.id())).append('\n');
    }
    label(text);
    roles.group().ifPresent(group -> text.append("  group: ").append(scalar(group)).append('\n'));
    roles
        .time()
        .ifPresent(
            time -> {
              text.append("  time: { column: ").append(scalar(time.name()));
              if (roles.horizonDays() > 0) {
                text.append(", horizon: ").append(roles.horizonDays()).append('d');
              }
              text.append(" }\n");
            });
    if (readsTexts()) {
      text.append("  texts: ").append(list(roles.texts())).append('\n');
    }
    except(text, telling);
    text.append('\n');
  }

  private void except(StringBuilder text, List<TellingFeature> telling) {
    List<String> except = new ArrayList<>(roles.except());
    if (!except.isEmpty()) {
      text.append("  # Dates, lists and names are no inputs as they stand.\n");
    }
    for (TellingFeature feature : telling) {
      text.append("  # ").append(feature.inWords().replaceAll("\\R", " ")).append('\n');
      except.add(feature.feature());
    }
    if (!telling.isEmpty()) {
      text.append("  # If so, take it off this list.\n");
    }
    if (!except.isEmpty()) {
      text.append("  features: { except: ").append(list(except)).append(" }\n");
    }
  }

  private void label(StringBuilder text) {
    String column = scalar(roles.label().name());
    switch (roles.shape()) {
      case LabelShape.YesNo yesNo ->
          text.append("  label: { ").append(column).append(": binary }\n");
      case LabelShape.OneOfTwo two -> {
        text.append("  # The rarer of the two values is taken for the positive one.\n");
        text.append("  label: { ").append(column).append(": { positive: ");
        text.append(list(List.of(two.positive()))).append(" } }\n");
      }
      case LabelShape.Classes classes ->
          text.append("  label: { ").append(column).append(": multiclass }\n");
    }
  }

  private void holdouts(StringBuilder text) {
    recentDays()
        .ifPresent(
            days -> {
              text.append("# What candidates are judged on: the last days, cut out of training.\n");
              text.append("# A part 'test' is always there.\n");
              text.append("holdouts:\n  recent: { last: ").append(days).append("d }\n\n");
            });
  }

  private void gates(StringBuilder text) {
    String on = recentDays().isPresent() ? "recent" : "test";
    String metric = isBinary() ? "f1" : "f1_macro";
    text.append(
        "\n# What a candidate must meet to replace the champion; the first champion is a\n");
    text.append("# baseline that Assay trains itself.\n");
    text.append("gates:\n");
    gate(text, "  ", "keeps what it had", metric, on, "lose_at_most: 0.02");
    text.append("  - { name: not degenerate, degenerate: forbidden, on: [").append(on);
    text.append("] }\n");
    text.append("  # Further gates, once you know what the task allows:\n");
    gate(text, "  # ", "is worth the change", metric, on, "gain_at_least: 0.01");
    gate(text, "  # ", "good enough at all", metric, on, "at_least: 0.60");
  }

  private static void gate(
      StringBuilder text, String indent, String name, String metric, String on, String limit) {
    text.append(indent).append("- { name: ").append(name).append(", metric: ").append(metric);
    text.append(", on: ").append(on).append(", ").append(limit).append(" }\n");
  }

  private boolean isBinary() {
    return !(roles.shape() instanceof LabelShape.Classes);
  }

  private Optional<Long> recentDays() {
    return roles
        .time()
        .map(
            time ->
                ChronoUnit.DAYS.between(
                    time.firstDay().orElseThrow(), time.lastDay().orElseThrow()))
        .map(span -> Math.min(RECENT_DAYS, span / SHARE_OF_DAYS))
        .filter(days -> days >= Math.max(SHORTEST_RECENT_DAYS, 2 * roles.horizonDays()));
  }

  private static String list(List<String> values) {
    return values.stream().map(StarterText::scalar).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A text as YAML writes it inside of brackets. */
  static String scalar(String text) {
    boolean plain =
        text.matches("[A-Za-z_./][A-Za-z0-9_./-]*")
            && !NO_TEXTS.contains(text.toLowerCase(Locale.ROOT));
    return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
