package dev.assay.pipeline.experiment;

import dev.assay.core.gate.MinimumSupport;
import dev.assay.pipeline.yaml.Section;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the section {@code holdouts}. */
final class HoldoutsSection {

  private HoldoutsSection() {}

  static List<HoldoutDeclaration> read(Section holdouts) {
    List<HoldoutDeclaration> declarations = new ArrayList<>();
    for (String name : holdouts.keys()) {
      if (name.equals(HoldoutDeclaration.TEST)) {
        holdouts.problem(name, "is the test part, which is always there.", "Use another name.");
        continue;
      }
      holdouts.section(name).flatMap(section -> one(name, section)).ifPresent(declarations::add);
    }
    return declarations;
  }

  private static final List<String> DEFINITIONS =
      List.of("last", "frozen", "leave_one_out", "leave_out");

  private static Optional<HoldoutDeclaration> one(String name, Section section) {
    OptionalInt days = section.days("last");
    Optional<String> file = section.text("frozen");
    Optional<String> one = section.text("leave_one_out");
    Optional<String> some = section.text("leave_out");
    OptionalInt folds = section.whole("folds", 2, Integer.MAX_VALUE);
    Optional<LocalDate> since =
        section.quantity("since", "a day such as 2026-01-31", HoldoutsSection::day);
    MinimumSupport support = GateSection.support(section).orElse(MinimumSupport.NONE);
    section.onlyWith("folds", List.of("leave_out"));
    section.onlyWith("since", List.of("leave_one_out", "leave_out"));
    section.onlyWith("minimum_support", List.of("leave_one_out", "leave_out"));
    section.done();
    if (DEFINITIONS.stream().filter(section::has).count() != 1) {
      section.problem(
          "last",
          "'frozen', 'leave_one_out' and 'leave_out' say what the holdout is; it takes one of"
              + " them.",
          "Write '{ last: 60d }', '{ frozen: FILE.parquet }', '{ leave_one_out: COLUMN }' or"
              + " '{ leave_out: COLUMN, folds: 10 }'.");
      return Optional.empty();
    }
    if (days.isPresent()) {
      return Optional.of(new HoldoutDeclaration.Rolling(name, Math.max(1, days.getAsInt())));
    }
    if (file.isPresent()) {
      return file.map(path -> new HoldoutDeclaration.Frozen(name, path));
    }
    if (one.isPresent()) {
      return one.map(column -> new HoldoutDeclaration.LeaveOneOut(name, column, since, support));
    }
    if (some.isPresent() && folds.isEmpty()) {
      section.problem("folds", "is missing.", "Say how many, as in 'folds: 10'.");
    }
    return folds.isEmpty()
        ? Optional.empty()
        : some.map(
            column ->
                new HoldoutDeclaration.GroupFolds(name, column, since, folds.getAsInt(), support));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
