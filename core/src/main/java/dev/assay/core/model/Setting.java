package dev.assay.core.model;

import java.util.List;
import java.util.Objects;

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
}
