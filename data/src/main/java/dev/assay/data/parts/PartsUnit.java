package dev.assay.data.parts;

/** What is dealt to a part as one: rows of one unit are never divided. */
public sealed interface PartsUnit {

  /** Each id by itself: rows are independent of each other. */
  record ById() implements PartsUnit {
    @Override
    public String description() {
      return "by id";
    }
  }

  /** All rows of a group together; a row without a group is dealt by its id. */
  record ByGroup() implements PartsUnit {
    @Override
    public String description() {
      return "by group";
    }
  }

  /**
   * All rows of a group within a time block together (of all groups where none is declared). Blocks
   * are counted from 1970-01-01, so that new data never shifts them.
   *
   * @param days the length of a block in days, at least 1
   */
  record ByBlock(int days) implements PartsUnit {

    /** Four weeks: shorter blocks lose too many rows to the purge at their borders. */
    public static final int SHORTEST_STANDARD_DAYS = 28;

    /** With eight horizons to a block the purge costs at most a quarter of the training rows. */
    public static final int HORIZONS_PER_BLOCK = 8;

    /** Checks the length. */
    public ByBlock {
      if (days < 1) {
        throw new IllegalArgumentException("A block has at least one day, not " + days + ".");
      }
    }

    /** The standard block for labels that look so many days ahead: max(28, 8 horizons). */
    public static ByBlock forHorizon(int horizonDays) {
      return new ByBlock(Math.max(SHORTEST_STANDARD_DAYS, HORIZONS_PER_BLOCK * horizonDays));
    }

    @Override
    public String description() {
      return "by group and block of " + days + " days";
    }
  }

  /** The unit in words that identify it, as parts records carry them. */
  String description();
}
