package dev.assay.core.model;

import dev.assay.core.problem.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values for all settings of a trainer, each of its type and within its bounds. Immutable. */
public final class Settings {

  /** The name under which trainers take how many threads train. */
  public static final String THREADS = "threads";

  /** The name under which trainers take the run whose weights training starts from; a text. */
  public static final String CONTINUE_FROM = "continue_from";

  /** The name under which trainers take how much more positives weigh, by label; numbers. */
  public static final String POSITIVE_WEIGHTS = "positive_weights";

  private final Map<String, Object> values;
  private final Map<String, Object> plain;

  private Settings(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    LinkedHashMap<String, Object> all = new LinkedHashMap<>();
    values.forEach((name, value) -> all.put(name, plain(value)));
    this.plain = Collections.unmodifiableSequencedMap(all);
  }

  /** Settings of checked values. */
  static Settings of(Map<String, Object> values) {
    return new Settings(values);
  }

  /**
   * Checks given values and fills in the defaults.
   *
   * @param known the settings that there are
   * @param given values by name: {@link Long}, {@link Double}, {@link Boolean}, {@link String}, or
   *     maps and lists of these; what {@link #asMap()} gave is taken too
   * @param places where the values stand
   * @param problems receives unknown names (with the nearest known one), wrong types and values out
   *     of bounds, those of inner trainers too; the returned value is then only good for finding
   *     further problems
   */
  public static Settings resolve(
      List<Setting> known, Map<String, ?> given, SettingPlaces places, Problems problems) {
    return new Settings(new SettingsReading(places, problems).read(known, given));
  }

  /**
   * As {@link #resolve(List, Map, SettingPlaces, Problems)}, for values that stand at one place.
   *
   * @param where the place to name in problems, such as {@code forecast.yaml:21 train}
   */
  public static Settings resolve(
      List<Setting> known, Map<String, ?> given, String where, Problems problems) {
    return resolve(known, given, SettingPlaces.all(where), problems);
  }

  private static Object plain(Object value) {
    if (value instanceof TrainerChoice(Trainer trainer, Settings settings)) {
      LinkedHashMap<String, Object> map = new LinkedHashMap<>();
      map.put(Setting.InnerTrainer.WITH, trainer.name());
      map.putAll(settings.asMap());
      return Collections.unmodifiableSequencedMap(map);
    }
    if (value instanceof Settings group) {
      return group.asMap();
    }
    if (value instanceof FolderChoice folder) {
      return folder.said();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Settings::plain).toList();
    }
    if (value instanceof SettingVariant(String name, Settings settings)) {
      return settings.asMap().isEmpty() ? name : Map.of(name, settings.asMap());
    }
    return value;
  }

  /** The value of a {@link Setting.Whole}. */
  public int whole(String name) {
    return Math.toIntExact((Long) value(name));
  }

  /** The value of a {@link Setting.Number}. */
  public double number(String name) {
    return (Double) value(name);
  }

  /** The value of a {@link Setting.Flag}. */
  public boolean flag(String name) {
    return (Boolean) value(name);
  }

  /** The value of a {@link Setting.Choice}. */
  public String choice(String name) {
    return (String) value(name);
  }

  /** The value of a {@link Setting.Text}. */
  public String text(String name) {
    return (String) value(name);
  }

  /** The path that a {@link Setting.Folder} leads to, or the name that stands for it. */
  public String path(String name) {
    return ((FolderChoice) value(name)).path();
  }

  /**
   * The same settings with a number of {@value #THREADS} of one, where the trainer or one inside of
   * it has such a setting.
   */
  public Settings onOneThread() {
    Map<String, Object> changed = new LinkedHashMap<>();
    values.forEach(
        (name, value) ->
            changed.put(
                name,
                switch (value) {
                  case TrainerChoice inner -> inner.onOneThread();
                  case Settings group -> group.onOneThread();
                  case List<?> list -> list.stream().map(Settings::itemOnOneThread).toList();
                  case Object other -> name.equals(THREADS) ? 1L : other;
                }));
    return new Settings(changed);
  }

  private static Object itemOnOneThread(Object item) {
    return switch (item) {
      case Settings group -> group.onOneThread();
      case TrainerChoice inner -> inner.onOneThread();
      default -> item;
    };
  }

  /** The value of a {@link Setting.InnerTrainer}. */
  public TrainerChoice trainer(String name) {
    return (TrainerChoice) value(name);
  }

  /** The value of a {@link Setting.InnerTrainers}. */
  @SuppressWarnings("unchecked") // SettingsReading puts nothing else there.
  public List<TrainerChoice> trainers(String name) {
    return (List<TrainerChoice>) value(name);
  }

  /** The value of a {@link Setting.Group}. */
  public Settings group(String name) {
    return (Settings) value(name);
  }

  /** The value of a {@link Setting.OneOf}. */
  public SettingVariant oneOf(String name) {
    return (SettingVariant) value(name);
  }

  /** The value of a {@link Setting.Groups}. */
  @SuppressWarnings("unchecked") // SettingsReading puts nothing else there.
  public List<Settings> groups(String name) {
    return (List<Settings>) value(name);
  }

  /** The value of a {@link Setting.Texts}, in the order given. */
  @SuppressWarnings("unchecked") // SettingsReading puts nothing else there.
  public List<String> texts(String name) {
    return (List<String>) value(name);
  }

  /** The value of a {@link Setting.NamedNumbers}, in alphabetical order of the names. */
  @SuppressWarnings("unchecked") // SettingsReading puts nothing else there.
  public Map<String, Double> numbers(String name) {
    return (Map<String, Double>) value(name);
  }

  /** The value of a {@link Setting.NamedSets}: texts in alphabetical order by name of the set. */
  @SuppressWarnings("unchecked") // SettingsReading puts nothing else there.
  public Map<String, List<String>> sets(String name) {
    return (Map<String, List<String>>) value(name);
  }

  private Object value(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("No setting '" + name + "' in " + values.keySet());
    }
    return value;
  }

  /**
   * The trainers that settings of these are, each as it stands there, none of those within them.
   */
  public List<TrainerChoice> innerTrainers() {
    List<TrainerChoice> inner = new ArrayList<>();
    for (Object value : values.values()) {
      List<?> items = value instanceof List<?> list ? list : List.of(value);
      for (Object item : items) {
        if (item instanceof TrainerChoice choice) {
          inner.add(choice);
        }
      }
    }
    return List.copyOf(inner);
  }

  /**
   * What {@value #CONTINUE_FROM} says: the run, or what it kept beside its model, whose weights
   * training starts from; empty where it starts anew.
   */
  public Optional<String> startsFrom() {
    return plain.get(CONTINUE_FROM) instanceof String run && !run.isBlank()
        ? Optional.of(run)
        : Optional.empty();
  }

  /**
   * All values by name, defaults included, in the order of the trainer's settings. That of an inner
   * trainer is a map of its name, under {@code with}, and its settings; sets are a map of lists.
   */
  public Map<String, Object> asMap() {
    return plain;
  }
}
