package dev.assay.core.model;

import java.util.List;

/** Tells where settings stand, to be named in problems and for relative paths to start from. */
@FunctionalInterface
public interface SettingPlaces {

  /**
   * The place of a setting, or of what it would stand in where it is not there.
   *
   * @param path the keys on the way to it, such as {@code base, rounds}; empty for all settings
   * @return such as {@code forecast.yaml:21}
   */
  String of(List<String> path);

  /** The folder that relative paths start in; empty for the working directory. */
  default String folder() {
    return "";
  }

  /** The same places, with relative paths that start in a folder. */
  default SettingPlaces in(String folder) {
    SettingPlaces places = this;
    return new SettingPlaces() {
      @Override
      public String of(List<String> path) {
        return places.of(path);
      }

      @Override
      public String folder() {
        return folder;
      }
    };
  }

  /** One place for all of them. */
  static SettingPlaces all(String where) {
    return path -> where;
  }
}
