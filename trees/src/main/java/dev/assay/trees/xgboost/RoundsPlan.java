package dev.assay.trees.xgboost;

import java.util.List;

/** For how many rounds each booster of a training is boosted. */
sealed interface RoundsPlan {

  /** At most so many rounds, stopped early on validation. */
  static RoundsPlan picked(int most, int patience) {
    return new Picked(most, patience);
  }

  /** So many rounds for each booster in order, whatever validation says. */
  static RoundsPlan given(List<Integer> rounds) {
    return new Given(rounds);
  }

  /** How many rounds a booster gets at most. */
  int most(int booster);

  /** After how many rounds without a lower validation loss to stop; 0 for never. */
  int patience();

  /**
   * Picked on validation.
   *
   * @param most how many rounds at most, the same for every booster
   * @param patience see {@link #patience()}
   */
  record Picked(int most, int patience) implements RoundsPlan {
    @Override
    public int most(int booster) {
      return most;
    }
  }

  /**
   * Known beforehand.
   *
   * @param rounds by booster
   */
  record Given(List<Integer> rounds) implements RoundsPlan {

    /** Copies the list. */
    public Given {
      rounds = List.copyOf(rounds);
    }

    @Override
    public int most(int booster) {
      return rounds.get(booster);
    }

    @Override
    public int patience() {
      return 0;
    }
  }
}
