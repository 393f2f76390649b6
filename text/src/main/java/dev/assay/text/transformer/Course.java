package dev.assay.text.transformer;

import java.util.ArrayList;
import java.util.List;

/**
 * What a training does: its phases, how far each is trained, and which epochs give the weights.
 *
 * @param legs the phases in order, at least one
 * @param patience after how many epochs without a better figure a phase ends; 0 for never
 * @param picking which epochs give the weights
 * @param keepsPhases whether the weights after each phase but the last are kept beside them
 */
record Course(List<Leg> legs, int patience, Picking picking, boolean keepsPhases) {

  /**
   * A phase, or the beginning of one.
   *
   * @param phase the phase; its rates are planned for all of its epochs
   * @param epochs how many of them are trained at most
   */
  record Leg(Phase phase, int epochs) {
    Leg {
      if (epochs < 1 || epochs > phase.epochs()) {
        throw new IllegalArgumentException(epochs + " of " + phase.epochs() + " epochs.");
      }
    }
  }

  Course {
    legs = List.copyOf(legs);
  }

  /**
   * The course that settings ask for.
   *
   * @param isWatched whether there is validation to stop and to pick by
   */
  static Course of(TransformerSettings settings, boolean isWatched) {
    List<Leg> legs =
        settings.phases().stream().map(phase -> new Leg(phase, phase.epochs())).toList();
    int used = settings.areAveraged() ? settings.kept() : 1;
    boolean isPicked = settings.patience() > 0 && isWatched;
    Picking picking =
        isPicked
            ? new Picking.Best(settings.kept(), used)
            : new Picking.Last(settings.kept(), used);
    return new Course(legs, isPicked ? settings.patience() : 0, picking, settings.arePhasesKept());
  }

  /**
   * The course that an earlier training took, without what it tried and left: the same epochs at
   * the same rates, up to the last of those that its weights are of. Nothing is picked anew.
   */
  static Course again(TransformerSettings settings, TransformerDocument judged) {
    int last = judged.epochs().getLast();
    List<Leg> legs = new ArrayList<>();
    for (int phase = 0; phase < judged.phases().size() && last > 0; phase++) {
      int epochs = Math.min(last, judged.phases().get(phase));
      legs.add(new Leg(settings.phases().get(phase), epochs));
      last -= epochs;
    }
    List<Integer> epochs = judged.epochs().stream().map(epoch -> epoch - 1).toList();
    return new Course(legs, 0, new Picking.These(epochs), false);
  }
}
