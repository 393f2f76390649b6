package dev.assay.core.model;

import java.util.regex.Pattern;

/**
 * What a model was at another point of its training than the one that gives its weights: a whole
 * model of the same trainer, for other trainings to go on from.
 *
 * @param name where that was, such as {@code phase-1} or {@code epoch-3}, both counted from 1
 * @param files the model
 */
public record KeptModel(String name, ModelFiles files) {

  /** What names look like. */
  public static final Pattern NAME = Pattern.compile("(phase|epoch)-[1-9][0-9]{0,3}");

  /** Refuses a name of another form. */
  public KeptModel {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is no point of a training.");
    }
  }
}
