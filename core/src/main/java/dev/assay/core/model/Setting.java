package dev.assay.core.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A setting of a trainer: what it means, what it may be and what it is unless said otherwise.
 * Experiment files are checked against it, and their JSON Schema is made from it.
 */
public sealed interface Setting {

  /** The name in the experiment file, lower case with underscores. */
  String name();

  /** What it does, one sentence. */
  String meaning();

  /** The value where the file says nothing. */
  Object defaultValue();

  /** A whole number in {@code [least, most]}. */
  record Whole(String name, String meaning, long least, long most, Long defaultValue)
      implements Setting {
    /** Checks the default against the bounds. */
    public Whole {
      if (defaultValue < least || defaultValue > most) {
        throw new IllegalArgumentException(name + ": default " + defaultValue + " out of bounds.");
      }
    }
  }

  /** A number in {@code [least, most]}. */
  record Number(String name, String meaning, double least, double most, Double defaultValue)
      implements Setting {
    /** Checks the default against the bounds. */
    public Number {
      if (!(defaultValue >= least && defaultValue <= most)) {
        throw new IllegalArgumentException(name + ": default " + defaultValue + " out of bounds.");
      }
    }
  }

  /** True or false. */
  record Flag(String name, String meaning, Boolean defaultValue) implements Setting {
    /** Checks that nothing is null. */
    public Flag {
      Objects.requireNonNull(defaultValue);
    }
  }

  /** One of some words. */
  record Choice(String name, String meaning, List<String> choices, String defaultValue)
      implements Setting {
    /** Checks the default against the choices. */
    public Choice {
      choices = List.copyOf(choices);
      if (!choices.contains(defaultValue)) {
        throw new IllegalArgumentException(name + ": default " + defaultValue + " is no choice.");
      }
    }
  }

  /** A text. */
  record Text(String name, String meaning, String defaultValue) implements Setting {
    /** Checks that nothing is null. */
    public Text {
      Objects.requireNonNull(defaultValue);
    }
  }

  /**
   * A folder by its path, or one of some names that stand for what needs none. A path that is not
   * absolute starts where {@link SettingPlaces#folder()} says.
   *
   * @param names the names, which no folder of that name goes before
   */
  record Folder(String name, String meaning, List<String> names, String defaultValue)
      implements Setting {
    /** Copies the names. */
    public Folder {
      names = List.copyOf(names);
      Objects.requireNonNull(defaultValue);
    }
  }

  /**
   * Other trainers with settings of their own, in an order that is kept: {@code members: [logistic,
   * { with: xgboost, rounds: 200 }]}. Each is said as an {@link InnerTrainer} is.
   *
   * @param trainer the trainer where an item names none
   * @param least how many there must be
   */
  record InnerTrainers(String name, String meaning, String trainer, int least) implements Setting {

    /** None. */
    @Override
    public List<String> defaultValue() {
      return List.of();
    }
  }

  /**
   * Another trainer with settings of its own, such as {@code base: { with: xgboost, rounds: 200 }}.
   * Where nothing but the trainer is said, its name will do: {@code base: logistic}. Any trainer of
   * {@link Trainers#inner()} can be named.
   *
   * @param trainer the trainer where the file names none
   * @param own values of that trainer's settings where the file says nothing, as far as they are
   *     other than the trainer's; they do not hold for another trainer
   */
  record InnerTrainer(String name, String meaning, String trainer, Map<String, Object> own)
      implements Setting {

    /** The key that names the trainer. */
    public static final String WITH = "with";

    /** Copies the map, in alphabetical order. */
    public InnerTrainer {
      own = Collections.unmodifiableMap(new TreeMap<>(own));
    }

    /** The trainer's name and the values that are other than its own, as the file would say it. */
    @Override
    public Map<String, Object> defaultValue() {
      Map<String, Object> value = new LinkedHashMap<>();
      value.put(WITH, trainer);
      value.putAll(own);
      return value;
    }
  }

  /**
   * Sets of texts by name, such as {@code clusters: { mena: [EG, SY], post_soviet: [RU, BY] }}. No
   * set is empty and no text is in two of them.
   *
   * @param least how many sets there must be; with 0 the setting may be left out
   */
  record NamedSets(String name, String meaning, int least) implements Setting {

    /** No set. */
    @Override
    public Map<String, List<String>> defaultValue() {
      return Map.of();
    }
  }

  /**
   * Texts, such as {@code sources: [positive, innocuous]}; a single one stands for itself. None is
   * there twice.
   */
  record Texts(String name, String meaning) implements Setting {

    /** None. */
    @Override
    public List<String> defaultValue() {
      return List.of();
    }
  }

  /**
   * Numbers by name, such as {@code positive_weights: { threat: 4 }}.
   *
   * @param least the least that each may be
   * @param most the most that each may be
   */
  record NamedNumbers(String name, String meaning, double least, double most) implements Setting {

    /** None. */
    @Override
    public Map<String, Double> defaultValue() {
      return Map.of();
    }
  }

  /**
   * A list of settings that belong together, such as {@code phases: [{ epochs: 2 }, { epochs: 1
   * }]}.
   *
   * @param settings those inside of each, in the order to be shown in
   */
  record Groups(String name, String meaning, List<Setting> settings) implements Setting {

    /** Copies the list. */
    public Groups {
      settings = List.copyOf(settings);
    }

    /** An empty list. */
    @Override
    public List<Map<String, Object>> defaultValue() {
      return List.of();
    }
  }

  /**
   * Settings that belong together, such as {@code head: { pooling: mean, layers: 1 }}.
   *
   * @param settings those inside, in the order to be shown in
   */
  record Group(String name, String meaning, List<Setting> settings) implements Setting {

    /** Copies the list. */
    public Group {
      settings = List.copyOf(settings);
    }

    /** Nothing said: each setting inside has its own default. */
    @Override
    public Map<String, Object> defaultValue() {
      return Map.of();
    }
  }

  /**
   * One of several kinds, each with settings of its own, such as {@code loss: { focal: { gamma: 2 }
   * }}. Where nothing but the kind is said, its name will do: {@code loss: focal}.
   *
   * @param variants the kinds in the order to be shown in
   * @param defaultValue the name of the kind where the file says nothing
   */
  record OneOf(String name, String meaning, List<Group> variants, String defaultValue)
      implements Setting {

    /** Checks the default against the kinds, and copies. */
    public OneOf {
      variants = List.copyOf(variants);
      if (variants.stream().noneMatch(variant -> variant.name().equals(defaultValue))) {
        throw new IllegalArgumentException(name + ": default " + defaultValue + " is no kind.");
      }
    }
  }
}
