package dev.assay.data.simulation;

/**
 * A stretch of trouble in a country.
 *
 * @param start its first day, from the panel's first
 * @param end its last day
 * @param strength how strongly measurements show it
 * @param confirmed whether it was confirmed as an incident, which is what labels are made of
 */
record Episode(int start, int end, double strength, boolean confirmed) {

  /** How much of it measurements show on a day: nothing, a ramp in the week before, then all. */
  double shown(int day) {
    if (day > end || day < start - OutagePanel.HORIZON_DAYS) {
      return 0;
    }
    return Math.min(1, 1 - 0.6 * (start - day) / OutagePanel.HORIZON_DAYS);
  }

  /** Whether a day of it lies within the horizon after a day. */
  boolean isAhead(int day) {
    return start <= day + OutagePanel.HORIZON_DAYS && end > day;
  }

  Episode confirmed(boolean other) {
    return new Episode(start, end, strength, other);
  }
}
