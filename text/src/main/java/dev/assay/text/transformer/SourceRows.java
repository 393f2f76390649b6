package dev.assay.text.transformer;

import dev.assay.core.example.CategoricalColumn;
import dev.assay.core.example.Dataset;
import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which training rows each phase reads: those of its sources that have a known label. */
final class SourceRows {

  private final Dataset train;
  private final List<Phase> phases;

  SourceRows(Dataset train, List<Phase> phases) {
    this.train = train;
    this.phases = phases;
  }

  /** Tells every source that there is not, and every phase without a row. */
  void check(Problems problems) {
    Optional<CategoricalColumn> column = train.attributes().source();
    if (column.isEmpty() && phases.stream().anyMatch(phase -> !phase.sources().isEmpty())) {
      problems.add(
          "train",
          "phases name sources, but the data declare no column of them.",
          "Declare it: 'data: { source: COLUMN }'.");
      return;
    }
    Set<String> there = new LinkedHashSet<>();
    column.ifPresent(sources -> sources().forEach(there::add));
    for (int phase = 0; phase < phases.size(); phase++) {
      String place = "phase " + (phase + 1);
      boolean known = true;
      for (String source : phases.get(phase).sources()) {
        if (!there.contains(source)) {
          known = false;
          problems.add(
              "train",
              "%s names the source '%s', which no training row has.".formatted(place, source),
              NearestName.advice(source, there));
        }
      }
      if (known && of(phase).length == 0) {
        problems.add(
            "train",
            place + " has no training row with a known label.",
            "Name other sources, or leave the phase out.");
      }
    }
  }

  /** The rows of a phase. */
  int[] of(int phase) {
    Set<String> wanted = Set.copyOf(phases.get(phase).sources());
    return known().filter(row -> wanted.isEmpty() || wanted.contains(source(row))).toArray();
  }

  /** The rows that no phase reads, by source, in words; empty where all are read. */
  Optional<String> unread() {
    if (phases.stream().anyMatch(phase -> phase.sources().isEmpty())) {
      return Optional.empty();
    }
    Set<String> named =
        phases.stream().flatMap(phase -> phase.sources().stream()).collect(Collectors.toSet());
    Map<String, Long> counts =
        known()
            .mapToObj(this::source)
            .filter(source -> !named.contains(source))
            .collect(Collectors.groupingBy(source -> source, TreeMap::new, Collectors.counting()));
    List<String> words = new ArrayList<>();
    counts.forEach(
        (source, rows) ->
            words.add(
                String.format(
                    Locale.ROOT,
                    "%,d of %s",
                    rows,
                    source.isEmpty() ? "no source" : "source '" + source + "'")));
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
  }

  private IntStream known() {
    return IntStream.range(0, train.size()).filter(train.labels()::isAnyKnown);
  }

  private Set<String> sources() {
    return IntStream.range(0, train.size())
        .mapToObj(this::source)
        .filter(source -> !source.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The source of a row; empty where it is missing. */
  private String source(int row) {
    return train
        .attributes()
        .source()
        .map(column -> Objects.requireNonNullElse(column.value(row), ""))
        .orElse("");
  }
}
