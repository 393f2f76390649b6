package dev.assay.core.model;

import java.util.Objects;

/**
 * The kind that was picked of a {@link Setting.OneOf}.
 *
 * @param name the name of the kind
 * @param settings values for all of its settings
 */
public record SettingVariant(String name, Settings settings) {

  /** Checks that nothing is null. */
  public SettingVariant {
    Objects.requireNonNull(name);
    Objects.requireNonNull(settings);
  }
}
