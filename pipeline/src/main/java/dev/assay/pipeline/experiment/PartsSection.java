package dev.assay.pipeline.experiment;

import dev.assay.data.parts.PartsUnit;
import dev.assay.data.parts.Shares;
import dev.assay.pipeline.yaml.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the section {@code parts}. */
final class PartsSection {

  static final Map<String, String> UNITS = Map.of("id", "id", "group", "group", "block", "block");

  private PartsSection() {}

  static PartsDeclaration read(Section parts) {
    Shares standard = Shares.STANDARD;
    double train = parts.number("train", 0, 1).orElse(standard.train());
    double validation = parts.number("validation", 0, 1).orElse(standard.validation());
    double test = parts.number("test", 0, 1).orElse(standard.test());
    Optional<PartsUnit> unit = unit(parts);
    int seed = parts.whole("seed", 0, Integer.MAX_VALUE).orElse(0);
    parts.done();
    return new PartsDeclaration(shares(parts, List.of(train, validation, test)), unit, seed);
  }

  private static Shares shares(Section parts, List<Double> values) {
    try {
      return new Shares(values.get(0), values.get(1), values.get(2));
    } catch (IllegalArgumentException e) {
      parts.problem("train", "does not fit the other shares: " + e.getMessage(), "");
      return Shares.STANDARD;
    }
  }

  private static Optional<PartsUnit> unit(Section parts) {
    OptionalInt days = parts.days("block");
    Optional<String> by = parts.choice("by", UNITS);
    if (days.isPresent()) {
      if (by.isPresent() && !by.get().equals("block")) {
        parts.problem("block", "goes with 'by: block' only.", "Remove one of both.");
      }
      return Optional.of(new PartsUnit.ByBlock(Math.max(1, days.getAsInt())));
    }
    return by.map(
        word ->
            switch (word) {
              case "id" -> new PartsUnit.ById();
              case "group" -> new PartsUnit.ByGroup();
              default -> new PartsUnit.ByBlock(PartsUnit.ByBlock.SHORTEST_STANDARD_DAYS);
            });
  }
}
