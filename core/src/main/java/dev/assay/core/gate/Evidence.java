package dev.assay.core.gate;

/**
 * One piece of evidence of a check.
 *
 * @param place where it was found
 * @param figures what was found
 * @param bound what it was held against, in words
 * @param standing what it says for the gate
 * @param note what else there is to know; empty where there is nothing
 * @param prospect what more examples would bring
 */
public record Evidence(
    Place place, Figures figures, String bound, Standing standing, String note, Prospect prospect) {

  /** Something that the gate asks for is not there, which never passes. */
  static Evidence missing(Place place, String bound, String note) {
    return new Evidence(place, Figures.none(note), bound, Standing.FAIL, note, Prospect.none(note));
  }
}
