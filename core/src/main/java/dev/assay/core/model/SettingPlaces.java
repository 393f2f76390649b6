package dev.assay.core.model;

import java.util.List;

/** Tells where settings stand, to be named in problems. */
@FunctionalInterface
public interface SettingPlaces {

  /**
   * The place of a setting, or of what it would stand in where it is not there.
   *
   * @param path the keys on the way to it, such as {@code base, rounds}; empty for all settings
   * @return such as {@code forecast.yaml:21}
   */
  String of(List<String> path);

  /** One place for all of them. */
  static SettingPlaces all(String where) {
    return path -> where;
  }
}
