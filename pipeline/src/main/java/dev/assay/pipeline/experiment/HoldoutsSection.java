package dev.assay.pipeline.experiment;

import dev.assay.pipeline.yaml.Section;
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

  private static Optional<HoldoutDeclaration> one(String name, Section section) {
    OptionalInt days = section.days("last");
    Optional<String> file = section.text("frozen");
    section.done();
    if (section.has("last") == section.has("frozen")) {
      section.problem(
          "last",
          "and 'frozen' say what the holdout is; it takes one of them.",
          "Write '{ last: 60d }' or '{ frozen: FILE.parquet }'.");
      return Optional.empty();
    }
    if (days.isPresent()) {
      return Optional.of(new HoldoutDeclaration.Rolling(name, Math.max(1, days.getAsInt())));
    }
    return file.map(path -> new HoldoutDeclaration.Frozen(name, path));
  }
}
