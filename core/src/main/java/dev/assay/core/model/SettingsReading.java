package dev.assay.core.model;

import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks given values of settings, inner ones too, and fills in the defaults. */
final class SettingsReading {

  private final SettingPlaces places;
  private final Problems problems;
  private final List<String> path;

  SettingsReading(SettingPlaces places, Problems problems) {
    this(places, problems, List.of());
  }

  private SettingsReading(SettingPlaces places, Problems problems, List<String> path) {
    this.places = places;
    this.problems = problems;
    this.path = path;
  }

  /** Values of all known settings, each as {@link Settings} holds it. */
  Map<String, Object> read(List<Setting> known, Map<String, ?> given) {
    List<String> names = known.stream().map(Setting::name).toList();
    for (String name : given.keySet()) {
      if (!names.contains(name)) {
        problem(name, "unknown setting '" + full(name) + "'.", NearestName.advice(name, names));
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Setting setting : known) {
      Object value = given.get(setting.name());
      values.put(setting.name(), value == null ? missing(setting) : value(setting, value));
    }
    return values;
  }

  private Object missing(Setting setting) {
    return switch (setting) {
      case Setting.InnerTrainer s -> inner(s, s.defaultValue());
      case Setting.InnerTrainers s -> inners(s, List.of());
      case Setting.NamedSets s -> {
        requireSets(s, Map.of());
        yield s.defaultValue();
      }
      case Setting.Whole s -> s.defaultValue();
      case Setting.Number s -> s.defaultValue();
      case Setting.Flag s -> s.defaultValue();
      case Setting.Choice s -> s.defaultValue();
      case Setting.Text s -> s.defaultValue();
      case Setting.Folder s -> FolderChoice.of(s, s.defaultValue(), places.folder());
      case Setting.Texts s -> s.defaultValue();
      case Setting.NamedNumbers s -> s.defaultValue();
      case Setting.Groups s -> s.defaultValue();
      case Setting.Group s -> group(s, Map.of());
      case Setting.OneOf s -> oneOf(s, s.defaultValue());
    };
  }

  private Object value(Setting setting, Object value) {
    return switch (setting) {
      case Setting.InnerTrainer s -> inner(s, value);
      case Setting.InnerTrainers s -> inners(s, value);
      case Setting.NamedSets s -> sets(s, value);
      case Setting.Group s -> group(s, value);
      case Setting.Groups s -> groups(s, value);
      case Setting.Texts s -> texts(s, value);
      case Setting.NamedNumbers s -> numbers(s, value);
      case Setting.OneOf s -> oneOf(s, value);
      case Setting.Folder s -> folder(s, value);
      case Setting.Whole s ->
          value instanceof Long v && v >= s.least() && v <= s.most()
              ? v
              : wrong(s, value, "a whole number from " + s.least() + " to " + s.most());
      case Setting.Number s ->
          value instanceof Number v && v.doubleValue() >= s.least() && v.doubleValue() <= s.most()
              ? (Object) v.doubleValue()
              : wrong(s, value, "a number from " + s.least() + " to " + s.most());
      case Setting.Flag s -> value instanceof Boolean ? value : wrong(s, value, "true or false");
      case Setting.Choice s ->
          s.choices().stream().anyMatch(value::equals)
              ? value
              : wrong(s, value, "one of " + String.join(", ", s.choices()));
      case Setting.Text s ->
          value instanceof Map || value instanceof Collection
              ? wrong(s, value, "a text")
              : value.toString();
    };
  }

  private FolderChoice folder(Setting.Folder setting, Object value) {
    boolean isText = !(value instanceof Map || value instanceof Collection);
    Object said = isText ? value : wrong(setting, value, "the path of a folder");
    return FolderChoice.of(setting, said.toString(), places.folder());
  }

  private Object wrong(Setting setting, Object value, String wanted) {
    problem(
        setting.name(),
        full(setting.name()) + " is " + words(value) + ".",
        "It must be " + wanted + ".");
    return setting.defaultValue();
  }

  private static String words(Object value) {
    return switch (value) {
      case Map<?, ?> map -> "a mapping";
      case Collection<?> list -> "a list";
      default -> "'" + value + "'";
    };
  }

  /** A trainer by its name, or by a mapping of its name and settings. */
  private TrainerChoice inner(Setting.InnerTrainer setting, Object value) {
    Map<String, Trainer> trainers = Trainers.inner();
    Map<String, Object> given = new LinkedHashMap<>();
    switch (value) {
      case String name -> given.put(Setting.InnerTrainer.WITH, name);
      case Map<?, ?> map -> map.forEach((key, item) -> given.put(String.valueOf(key), item));
      default -> wrong(setting, value, "the name of a trainer, or a mapping of its settings");
    }
    SettingsReading inside = inside(setting.name());
    Object named = given.remove(Setting.InnerTrainer.WITH);
    String name = named == null ? setting.trainer() : named.toString();
    if (!trainers.containsKey(name)) {
      inside.problem(
          Setting.InnerTrainer.WITH,
          inside.full(Setting.InnerTrainer.WITH) + " is '" + name + "'.",
          NearestName.advice(name, trainers.keySet()));
      // Which settings there are is not known then, so that none is called wrong.
      given.clear();
      name = setting.trainer();
    }
    Trainer trainer = trainers.get(name);
    if (trainer == null) {
      throw new IllegalStateException("The trainer '" + name + "' is not on the class path.");
    }
    Map<String, Object> all = new LinkedHashMap<>();
    if (name.equals(setting.trainer())) {
      all.putAll(setting.own());
    }
    all.putAll(given);
    Settings settings = Settings.of(inside.read(trainer.settings(), all));
    settings
        .startsFrom()
        .ifPresent(
            run ->
                inside.problem(
                    Settings.CONTINUE_FROM,
                    "%s is '%s', but a trainer within another starts from its beginning."
                        .formatted(inside.full(Settings.CONTINUE_FROM), run),
                    "Leave it out."));
    return new TrainerChoice(trainer, settings);
  }

  /** Trainers of a list are told apart by their places, as groups are: {@code members.2.rounds}. */
  private List<TrainerChoice> inners(Setting.InnerTrainers setting, Object value) {
    List<?> items = List.of();
    if (value instanceof List<?> list) {
      items = list;
    } else {
      wrong(setting, value, "a list of trainers");
    }
    if (items.size() < setting.least()) {
      problem(
          setting.name(),
          "%s names %d trainers.".formatted(full(setting.name()), items.size()),
          "Name at least %d: '%s: [{ with: %s }, ...]'."
              .formatted(setting.least(), setting.name(), setting.trainer()));
    }
    SettingsReading inside = inside(setting.name());
    List<TrainerChoice> trainers = new ArrayList<>();
    for (Object item : items) {
      String place = String.valueOf(trainers.size() + 1);
      trainers.add(
          inside.inner(
              new Setting.InnerTrainer(place, setting.meaning(), setting.trainer(), Map.of()),
              item));
    }
    return List.copyOf(trainers);
  }

  private Settings group(Setting.Group setting, Object value) {
    Map<String, Object> given = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, item) -> given.put(String.valueOf(key), item));
    } else {
      wrong(setting, value, "a mapping of its settings");
    }
    return Settings.of(inside(setting.name()).read(setting.settings(), given));
  }

  /** Groups are told apart by their places, counted from 1: {@code phases.2.epochs}. */
  private List<Settings> groups(Setting.Groups setting, Object value) {
    if (!(value instanceof List<?> list)) {
      wrong(setting, value, "a list of mappings");
      return List.of();
    }
    SettingsReading inside = inside(setting.name());
    List<Settings> groups = new ArrayList<>();
    for (Object item : list) {
      String place = String.valueOf(groups.size() + 1);
      groups.add(
          inside.group(new Setting.Group(place, setting.meaning(), setting.settings()), item));
    }
    return List.copyOf(groups);
  }

  private List<String> texts(Setting.Texts setting, Object value) {
    if (value instanceof Map) {
      wrong(setting, value, "a list of texts");
      return List.of();
    }
    return items(setting.name(), value).stream().distinct().toList();
  }

  /** The texts of a list of different ones, or a single text. */
  private List<String> items(String name, Object value) {
    List<String> texts = new ArrayList<>();
    for (Object item : value instanceof Collection<?> list ? list : List.of(value)) {
      if (item instanceof Map || item instanceof Collection) {
        problem(name, full(name) + " must be a list of texts.", "");
      } else {
        texts.add(item.toString());
      }
    }
    new TreeSet<>(texts)
        .stream()
            .filter(text -> texts.indexOf(text) < texts.lastIndexOf(text))
            .forEach(t -> problem(name, full(name) + " names '" + t + "' twice.", "Keep one."));
    return texts;
  }

  private Map<String, Double> numbers(Setting.NamedNumbers setting, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      wrong(setting, value, "a mapping of names to numbers");
      return setting.defaultValue();
    }
    SettingsReading inside = inside(setting.name());
    Map<String, Double> numbers = new TreeMap<>();
    map.forEach(
        (key, item) -> {
          String name = String.valueOf(key);
          Setting.Number one =
              new Setting.Number(name, "", setting.least(), setting.most(), setting.least());
          numbers.put(name, (Double) inside.value(one, item == null ? "" : item));
        });
    return Collections.unmodifiableMap(numbers);
  }

  /** A kind by its name, or by a mapping of its name to its settings. */
  private SettingVariant oneOf(Setting.OneOf setting, Object value) {
    Map<String, Setting.Group> variants = new LinkedHashMap<>();
    setting.variants().forEach(variant -> variants.put(variant.name(), variant));
    String name = setting.defaultValue();
    Object given = Map.of();
    String known = "one of " + String.join(", ", variants.keySet());
    if (value instanceof String said) {
      name = said;
    } else if (value instanceof Map<?, ?> map && map.size() == 1) {
      Map.Entry<?, ?> only = map.entrySet().iterator().next();
      name = String.valueOf(only.getKey());
      given = only.getValue() == null ? Map.of() : only.getValue();
    } else if (value instanceof Map<?, ?> map) {
      String what = "%s has %d kinds.".formatted(full(setting.name()), map.size());
      problem(setting.name(), what, "It must be " + known + ".");
    } else {
      wrong(setting, value, known);
    }
    Setting.Group variant = variants.get(name);
    if (variant == null) {
      problem(
          setting.name(),
          full(setting.name()) + " is '" + name + "'.",
          NearestName.advice(name, variants.keySet()));
      variant = Objects.requireNonNull(variants.get(setting.defaultValue()));
      given = Map.of();
    }
    return new SettingVariant(variant.name(), inside(setting.name()).group(variant, given));
  }

  /** The sets in the order given, the texts of each in alphabetical order. */
  private Map<String, List<String>> sets(Setting.NamedSets setting, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      wrong(setting, value, "a mapping of names to lists of texts");
      return setting.defaultValue();
    }
    LinkedHashMap<String, List<String>> sets = new LinkedHashMap<>();
    SettingsReading inside = inside(setting.name());
    map.forEach((key, texts) -> sets.put(String.valueOf(key), inside.set(key.toString(), texts)));
    inside.requireDisjoint(sets);
    requireSets(setting, sets);
    return Collections.unmodifiableSequencedMap(sets);
  }

  private List<String> set(String name, Object value) {
    if (value instanceof Map) {
      problem(name, full(name) + " is a mapping.", "It must be a list of texts.");
      return List.of();
    }
    if (value instanceof Collection<?> list && list.isEmpty()) {
      problem(name, full(name) + " is empty.", "Name at least one, or remove it.");
    }
    return items(name, value).stream().distinct().sorted().toList();
  }

  private void requireDisjoint(Map<String, List<String>> sets) {
    Map<String, String> owner = new LinkedHashMap<>();
    sets.forEach(
        (name, texts) -> {
          for (String text : texts) {
            String other = owner.putIfAbsent(text, name);
            if (other != null) {
              problem(
                  name,
                  "'%s' is in %s and in %s.".formatted(text, full(other), full(name)),
                  "Keep it in one of them.");
            }
          }
        });
  }

  private void requireSets(Setting.NamedSets setting, Map<String, List<String>> sets) {
    if (sets.size() < setting.least()) {
      problem(
          setting.name(),
          "%s %s.".formatted(full(setting.name()), sets.isEmpty() ? "is missing" : "names too few"),
          "Name at least %d: '%s: { NAME: [A, B] }'.".formatted(setting.least(), setting.name()));
    }
  }

  private SettingsReading inside(String name) {
    return new SettingsReading(places, problems, to(name));
  }

  private List<String> to(String name) {
    List<String> further = new ArrayList<>(path);
    further.add(name);
    return List.copyOf(further);
  }

  /** The name of a setting with those of the settings that it stands in: {@code base.rounds}. */
  private String full(String name) {
    return to(name).stream().collect(Collectors.joining("."));
  }

  private void problem(String name, String what, String mend) {
    problems.add(places.of(to(name)), what, mend);
  }
}
