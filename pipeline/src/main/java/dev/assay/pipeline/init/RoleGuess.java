package dev.assay.pipeline.init;

import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import dev.assay.data.source.ColumnProfile;
import dev.assay.data.source.ColumnProfile.Kind;
import dev.assay.data.source.TableProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells from names and values what columns are for. Where several would do, it asks by a problem
 * that lists them rather than to pick one.
 */
final class RoleGuess {

  private static final Pattern LABEL_NAME =
      Pattern.compile("(?i)y|label|target|class|outcome|is_[a-z_]+");
  private static final Pattern DAYS_AHEAD =
      Pattern.compile("(?i).*(?:within|in|next)_?(\\d+)_?d(?:ays?)?");
  private static final Pattern TOMORROW = Pattern.compile("(?i).*(?:tomorrow|next_?day)");
  private static final Pattern NEXT_WEEK = Pattern.compile("(?i).*next_?week");
  private static final Pattern TIME_NAME = Pattern.compile("(?i)date|day|time|timestamp|datetime");
  private static final int DAYS_OF_A_WEEK = 7;

  /** Beyond so many levels a text column says who the row is about rather than what it is like. */
  private static final int MAX_CATEGORIES = 1_000;

  private final TableProfile table;
  private final RoleHints hints;
  private final Problems problems;

  private RoleGuess(TableProfile table, RoleHints hints, Problems problems) {
    this.table = table;
    this.hints = hints;
    this.problems = problems;
  }

  /** The roles; empty with problems noted where they cannot be told. */
  static Optional<Roles> of(TableProfile table, RoleHints hints, Problems problems) {
    return new RoleGuess(table, hints, problems).roles();
  }

  private Optional<Roles> roles() {
    hints.id().forEach(name -> hinted("--id", name));
    hints.group().ifPresent(name -> hinted("--group", name));
    Optional<ColumnProfile> time = time();
    Optional<ColumnProfile> label = label();
    Optional<LabelShape> shape = label.flatMap(this::shape);
    if (!problems.isEmpty() || label.isEmpty() || shape.isEmpty()) {
      return Optional.empty();
    }
    List<String> id = hints.id().isEmpty() ? key(label.get().name()) : hints.id();
    Optional<String> group = hints.group().or(() -> group(id, time));
    int horizon = hints.horizonDays().orElseGet(() -> time.isEmpty() ? 0 : ahead(label.get()));
    if (horizon > 0 && time.isEmpty()) {
      problems.add("--horizon", "needs a time column.", "Name it with --time.");
      return Optional.empty();
    }
    Set<String> taken = new HashSet<>(id);
    taken.add(label.get().name());
    time.map(ColumnProfile::name).ifPresent(taken::add);
    group.ifPresent(taken::add);
    return Optional.of(
        new Roles(label.get(), shape.get(), id, time, group, horizon, texts(taken), except(taken)));
  }

  private Optional<ColumnProfile> hinted(String option, String name) {
    Optional<ColumnProfile> column = table.column(name);
    if (column.isEmpty()) {
      List<String> names = table.columns().stream().map(ColumnProfile::name).toList();
      problems.add(option, "there is no column '" + name + "'.", NearestName.advice(name, names));
    }
    return column;
  }

  private Optional<ColumnProfile> label() {
    if (hints.label().isPresent()) {
      return hinted("--label", hints.label().get());
    }
    for (Predicate<ColumnProfile> rule :
        List.<Predicate<ColumnProfile>>of(
            column -> ahead(column) > 0,
            column -> LABEL_NAME.matcher(column.name()).matches(),
            LabelShape::isYesNo)) {
      List<ColumnProfile> found =
          table.columns().stream()
              .filter(column -> LabelShape.of(column).isPresent())
              .filter(rule)
              .toList();
      if (found.size() == 1) {
        return Optional.of(found.getFirst());
      }
      if (!found.isEmpty()) {
        problems.add("--label", "several columns could be the label:" + list(found), "Name one.");
        return Optional.empty();
      }
    }
    List<ColumnProfile> possible =
        table.columns().stream().filter(column -> LabelShape.of(column).isPresent()).toList();
    problems.add(
        "--label",
        possible.isEmpty()
            ? "no column has between 2 and " + LabelShape.MAX_CLASSES + " values, as a label has."
            : "no column is called like a label; these have few values:" + list(possible),
        "Name the column that is to be predicted.");
    return Optional.empty();
  }

  private static String list(List<ColumnProfile> columns) {
    return columns.stream()
        .map(column -> "\n      " + column.name() + ": " + values(column))
        .collect(Collectors.joining("", "", "\n     "));
  }

  private static String values(ColumnProfile column) {
    int shown = 4;
    String values =
        column.levels().stream()
            .limit(shown)
            .map(level -> String.format(Locale.ROOT, "%s (%,d)", level.value(), level.rows()))
            .collect(Collectors.joining(", "));
    return column.distinct() > shown ? values + ", ..." : values;
  }

  private Optional<LabelShape> shape(ColumnProfile label) {
    Optional<LabelShape> shape = LabelShape.of(label);
    if (shape.isEmpty()) {
      problems.add(
          "--label",
          "'%s' has %,d different values of kind %s, which is no label."
              .formatted(
                  label.name(), label.distinct(), label.kind().name().toLowerCase(Locale.ROOT)),
          "A label has between 2 and " + LabelShape.MAX_CLASSES + " values.");
    }
    return shape;
  }

  private Optional<ColumnProfile> time() {
    if (hints.time().isPresent()) {
      Optional<ColumnProfile> column = hinted("--time", hints.time().get());
      column
          .filter(c -> c.kind() != Kind.TIME || c.missing() > 0)
          .ifPresent(
              c ->
                  problems.add(
                      "--time",
                      "'%s' has %,d rows without a day or time."
                          .formatted(c.name(), c.kind() == Kind.TIME ? c.missing() : table.rows()),
                      "Every row needs its time, as 2026-04-17 or 2026-04-17T06:30:00Z."));
      return column;
    }
    List<ColumnProfile> times =
        table.columns().stream()
            .filter(column -> column.kind() == Kind.TIME && column.missing() == 0)
            .toList();
    List<ColumnProfile> named =
        times.stream().filter(column -> TIME_NAME.matcher(column.name()).matches()).toList();
    List<ColumnProfile> found = named.size() == 1 ? named : times;
    if (found.size() > 1) {
      String names = found.stream().map(ColumnProfile::name).collect(Collectors.joining(", "));
      problems.add(
          "--time",
          "several columns could be the time of a row: " + names + ".",
          "Name the one when the row was observed.");
      return Optional.empty();
    }
    return found.stream().findFirst();
  }

  private List<String> key(String label) {
    return table.key().contains(label) ? List.of() : table.key();
  }

  /** What is in the id beside the time says whose day it is. */
  private static Optional<String> group(List<String> id, Optional<ColumnProfile> time) {
    if (id.size() != 2 || time.isEmpty() || !id.contains(time.get().name())) {
      return Optional.empty();
    }
    return id.stream().filter(name -> !name.equals(time.get().name())).findFirst();
  }

  private static int ahead(ColumnProfile label) {
    String name = label.name();
    Matcher days = DAYS_AHEAD.matcher(name);
    if (days.matches()) {
      return Integer.parseInt(days.group(1));
    }
    if (TOMORROW.matcher(name).matches()) {
      return 1;
    }
    return NEXT_WEEK.matcher(name).matches() ? DAYS_OF_A_WEEK : 0;
  }

  /** Columns without another role that are running text. */
  private List<String> texts(Set<String> taken) {
    return table.columns().stream()
        .filter(column -> column.isRunningText() && !taken.contains(column.name()))
        .map(ColumnProfile::name)
        .toList();
  }

  /** Columns without another role that are dates, lists, or texts of too many values. */
  private List<String> except(Set<String> taken) {
    List<String> except = new ArrayList<>();
    for (ColumnProfile column : table.columns()) {
      boolean input =
          switch (column.kind()) {
            case WHOLE, NUMBER, FLAG -> true;
            case TEXT -> column.isRunningText() || column.distinct() <= MAX_CATEGORIES;
            case TIME, OTHER -> false;
          };
      if (!input && !taken.contains(column.name())) {
        except.add(column.name());
      }
    }
    return except;
  }
}
