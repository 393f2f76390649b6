package dev.assay.pipeline.experiment;

import dev.assay.core.model.SettingPlaces;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.Trainers;
import dev.assay.core.problem.Problems;
import dev.assay.pipeline.yaml.Section;
import dev.assay.pipeline.yaml.YamlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the section {@code train}: the trainer, its settings and the seeds. */
final class TrainSection {

  static final String DEFAULT_TRAINER = "xgboost";

  private final Section train;
  private final String folder;
  private final Problems problems;

  /**
   * The section.
   *
   * @param folder that relative paths start in
   */
  TrainSection(Section train, Path folder, Problems problems) {
    this.train = train;
    this.folder = folder.toString();
    this.problems = problems;
  }

  /**
   * The declaration, or empty where the trainer is not known.
   *
   * @param tiers whose weights of positives hold for labels of which {@code train} says none
   */
  Optional<TrainingDeclaration> read(TrainingDeclaration.Shipment shipment, Tiers tiers) {
    Map<String, Trainer> trainers = Trainers.byName();
    Optional<Trainer> trainer =
        train.has("with")
            ? train.choice("with", trainers)
            : Optional.ofNullable(trainers.get(DEFAULT_TRAINER));
    List<Long> seeds = seeds();
    if (trainer.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> given = new LinkedHashMap<>();
    for (String key : train.keys()) {
      if (!key.equals("with") && !key.equals("seeds") && !key.equals("seed")) {
        train.value(key).ifPresent(value -> given.put(key, value.plain()));
      }
    }
    Map<String, Double> weights = tiers.positiveWeights();
    if (!weights.isEmpty() && !new TierWeights(weights).addTo(trainer.get(), given)) {
      for (String place : tiers.weightPlaces()) {
        problems.add(
            place,
            "is a weight that '" + trainer.get().name() + "' does not know.",
            "Leave it out, or train a transformer.");
      }
    }
    SettingPlaces places = ((SettingPlaces) this::place).in(folder);
    Settings settings = Settings.resolve(trainer.get().settings(), given, places, problems);
    return Optional.of(new TrainingDeclaration(trainer.get(), settings, seeds, shipment));
  }

  /** The place of a setting, or of the innermost mapping on the way to it that there is. */
  private String place(List<String> path) {
    String place = train.place();
    Optional<YamlValue> value = train.value(path.getFirst());
    for (int depth = 1; value.isPresent(); depth++) {
      place = value.get().place();
      value = depth < path.size() ? inside(value.get(), path.get(depth)) : Optional.empty();
    }
    return place + " train";
  }

  /** What stands in a mapping under a key, or in a list at a place counted from 1. */
  private static Optional<YamlValue> inside(YamlValue value, String step) {
    return switch (value) {
      case YamlValue.Mapping mapping -> Optional.ofNullable(mapping.entries().get(step));
      case YamlValue.Sequence list when step.matches("[0-9]+") ->
          list.items().stream().skip(Long.parseLong(step) - 1).findFirst();
      default -> Optional.empty();
    };
  }

  private List<Long> seeds() {
    List<Long> seeds = new ArrayList<>();
    train.atMostOneOf("Keep one of them.", List.of("seed", "seeds"));
    YamlValue value = train.value("seeds").or(() -> train.value("seed")).orElse(null);
    switch (value) {
      case null -> seeds.add(1L);
      case YamlValue.Scalar scalar -> addSeed(scalar, seeds);
      case YamlValue.Sequence sequence -> sequence.items().forEach(item -> addSeed(item, seeds));
      case YamlValue.Mapping mapping -> addSeed(mapping, seeds);
    }
    if (seeds.stream().distinct().count() < seeds.size()) {
      train.problem("seeds", "has a seed twice: " + seeds + ".", "Keep one.");
    }
    return seeds.isEmpty() ? List.of(1L) : seeds;
  }

  private void addSeed(YamlValue value, List<Long> seeds) {
    if (value instanceof YamlValue.Scalar scalar
        && scalar.value() instanceof Long seed
        && seed >= 0
        && seed <= Integer.MAX_VALUE) {
      seeds.add(seed);
    } else {
      problems.add(value.place(), "a seed is a whole number from 0 to 2147483647.", "");
    }
  }
}
