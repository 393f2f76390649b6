package dev.assay.pipeline.reporting;

import dev.assay.report.document.Block;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of a trainer for reading: those of an inner one as {@code base.rounds}. */
final class SettingFacts {

  private SettingFacts() {}

  static List<Block.Fact> of(Map<String, Object> settings) {
    List<Block.Fact> facts = new ArrayList<>();
    settings.forEach((name, value) -> add(name, value, facts));
    return facts;
  }

  private static void add(String name, Object value, List<Block.Fact> facts) {
    switch (value) {
      case Map<?, ?> map -> map.forEach((key, inner) -> add(name + "." + key, inner, facts));
      case List<?> list when list.stream().anyMatch(Map.class::isInstance) -> {
        for (int i = 0; i < list.size(); i++) {
          add("%s[%d]".formatted(name, i), list.get(i), facts);
        }
      }
      case List<?> list ->
          facts.add(
              fact(name, list.stream().map(String::valueOf).collect(Collectors.joining(", "))));
      case Double number ->
          facts.add(fact(name, BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()));
      default -> facts.add(fact(name, value.toString()));
    }
  }

  private static Block.Fact fact(String name, String value) {
    return new Block.Fact(name, value.isBlank() ? "none" : value);
  }
}
