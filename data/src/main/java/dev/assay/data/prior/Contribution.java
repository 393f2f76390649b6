package dev.assay.data.prior;

/**
 * What one level, such as a source or a group, adds to the change of a prior.
 *
 * @param level the level
 * @param before its rate in the earlier period
 * @param after its rate in the later period
 * @param mix the part of the change that comes from its share of the rows
 * @param within the part that comes from its own rate
 */
public record Contribution(String level, Rate before, Rate after, double mix, double within) {

  /** Both parts together. */
  public double total() {
    return mix + within;
  }
}
