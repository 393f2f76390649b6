package dev.assay.data.source;

import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which column plays which role, checked against the columns that are there. */
final class ColumnRoles {

  private static final Set<ColumnFact.Role> NO_FEATURE =
      EnumSet.of(ColumnFact.Role.LABEL, ColumnFact.Role.EVENT, ColumnFact.Role.PART);

  private final StagedRows staged;
  private final DatasetSource source;
  private final Problems problems;
  private final Map<String, Set<ColumnFact.Role>> roles = new LinkedHashMap<>();

  private ColumnRoles(StagedRows staged, DatasetSource source, Problems problems) {
    this.staged = staged;
    this.source = source;
    this.problems = problems;
    staged.names().forEach(name -> roles.put(name, EnumSet.noneOf(ColumnFact.Role.class)));
  }

  /** The roles of a declaration; notes declared columns that are not there or do not fit. */
  static ColumnRoles of(StagedRows staged, DatasetSource source, Problems problems) {
    ColumnRoles found = new ColumnRoles(staged, source, problems);
    found.declared();
    found.features();
    return found;
  }

  private void declared() {
    source.id().forEach(name -> play(name, ColumnFact.Role.ID));
    source.labels().columns().forEach(name -> play(name, ColumnFact.Role.LABEL));
    source.labels().further().stream()
        .filter(roles::containsKey)
        .forEach(name -> play(name, ColumnFact.Role.LABEL));
    source.group().ifPresent(name -> play(name, ColumnFact.Role.GROUP));
    source.time().ifPresent(name -> play(name, ColumnFact.Role.TIME));
    source.event().ifPresent(name -> play(name, ColumnFact.Role.EVENT));
    source.source().ifPresent(name -> play(name, ColumnFact.Role.SOURCE));
    source.origin().ifPresent(name -> play(name, ColumnFact.Role.ORIGIN));
    source.part().ifPresent(name -> play(name, ColumnFact.Role.PART));
    source
        .time()
        .filter(roles::containsKey)
        .map(staged::column)
        .filter(column -> column.kind() == RawColumn.Kind.NUMBER)
        .ifPresent(
            column ->
                problems.add(
                    staged.shown(),
                    "the time '" + column.name() + "' is a number.",
                    "Make it a date, e.g. in SQL with to_timestamp(" + column.name() + ")."));
  }

  private void features() {
    FeatureColumns declared = source.features();
    declared.exclude().stream().sorted().forEach(this::exists);
    declared.texts().stream().sorted().forEach(this::exists);
    if (declared.include().isEmpty()) {
      for (RawColumn column : staged.columns()) {
        if (rolesOf(column.name()).isEmpty() && !declared.exclude().contains(column.name())) {
          feature(column);
        }
      }
    } else {
      new HashSet<>(declared.include())
          .stream().sorted().filter(this::exists).map(staged::column).forEach(this::feature);
    }
    source.slices().forEach(name -> play(name, ColumnFact.Role.SLICE));
  }

  private void feature(RawColumn column) {
    Set<ColumnFact.Role> taken = EnumSet.copyOf(rolesOf(column.name()));
    taken.retainAll(NO_FEATURE);
    String name = "'" + column.name() + "'";
    if (!taken.isEmpty()) {
      problems.add(
          staged.shown(),
          name + " cannot be a feature: it is declared as " + taken.iterator().next() + ".",
          "A model that sees it has seen the answer.");
    } else if (column.kind() == RawColumn.Kind.TIME) {
      problems.add(
          staged.shown(),
          name + " is a date or time, which is no feature as it stands.",
          "Declare it as the time, exclude it, or derive numbers from it, e.g. with SQL's"
              + " dayofweek.");
    } else if (column.kind() == RawColumn.Kind.LIST || column.kind() == RawColumn.Kind.OTHER) {
      problems.add(
          staged.shown(),
          name + " has the type " + column.type() + ", which is no feature as it stands.",
          "Exclude it, or derive numbers or texts from it.");
    } else {
      rolesOf(column.name()).add(ColumnFact.Role.FEATURE);
    }
  }

  private void play(String name, ColumnFact.Role role) {
    if (exists(name)) {
      rolesOf(name).add(role);
    }
  }

  private boolean exists(String name) {
    if (roles.containsKey(name)) {
      return true;
    }
    problems.add(
        staged.shown(),
        "there is no column '" + name + "'.",
        NearestName.advice(name, staged.names()));
    return false;
  }

  private Set<ColumnFact.Role> rolesOf(String name) {
    return Objects.requireNonNull(roles.get(name));
  }

  /** The features, in the order declared, else in that of the columns. */
  List<RawColumn> featureColumns() {
    List<String> order =
        source.features().include().isEmpty() ? staged.names() : source.features().include();
    return order.stream()
        .distinct()
        .filter(name -> rolesOf(name).contains(ColumnFact.Role.FEATURE))
        .map(staged::column)
        .toList();
  }

  /** All columns with what they are used for. */
  List<ColumnFact> facts() {
    List<ColumnFact> facts = new ArrayList<>();
    for (RawColumn column : staged.columns()) {
      facts.add(new ColumnFact(column.name(), column.shownType(), rolesOf(column.name())));
    }
    return facts;
  }
}
