package dev.assay.data.parts;

import dev.assay.core.example.Dataset;

/** How examples come to their parts. */
public sealed interface PartsPolicy {

  /**
   * Parts are dealt: the seeded hash of a unit decides, and units with a rare label go to the part
   * that lacks it most.
   *
   * @param shares how much each part gets
   * @param unit what is never divided
   * @param seed another seed, other parts
   * @param horizonDays how many days ahead a label looks, 0 for none; with blocks, rows so near to
   *     a row of validation or test are purged
   */
  record Dealt(Shares shares, PartsUnit unit, long seed, int horizonDays) implements PartsPolicy {

    /** Checks the horizon. */
    public Dealt {
      if (horizonDays < 0) {
        throw new IllegalArgumentException("A horizon is not negative: " + horizonDays + ".");
      }
    }

    /** Unit and seed: what must not change while a parts record is in use. */
    @Override
    public String identity() {
      return "dealt " + unit.description() + ", seed " + seed;
    }
  }

  /**
   * Parts come with the data and are respected. Training rows that leak into validation or test,
   * and validation rows that leak into test, are dropped and counted.
   *
   * @param parts the part of each row of the dataset
   */
  record Given(GivenParts parts) implements PartsPolicy {
    @Override
    public String identity() {
      return "given with the data";
    }
  }

  /** What must not change while a parts record is in use, in words. */
  String identity();

  /**
   * The standard policy: blocks where time and horizon are declared, groups where only a group is,
   * else single ids; shares of 70, 15 and 15 per cent.
   */
  static Dealt standard(Dataset dataset, int horizonDays, long seed) {
    PartsUnit unit;
    if (dataset.attributes().time().isPresent() && horizonDays > 0) {
      unit = PartsUnit.ByBlock.forHorizon(horizonDays);
    } else if (dataset.attributes().group().isPresent()) {
      unit = new PartsUnit.ByGroup();
    } else {
      unit = new PartsUnit.ById();
    }
    return new Dealt(Shares.STANDARD, unit, seed, horizonDays);
  }
}
