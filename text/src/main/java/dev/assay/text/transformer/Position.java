package dev.assay.text.transformer;

/**
 * How far a training is; all counted from 0.
 *
 * @param phase the phase
 * @param epochOfPhase the epoch of the phase
 * @param epoch the epoch of the training
 * @param step the next step of the epoch
 * @param loss the sum of the losses of the epoch's steps so far
 */
record Position(int phase, int epochOfPhase, int epoch, int step, double loss) {

  /** Before the first step. */
  static final Position START = new Position(0, 0, 0, 0, 0);

  /** One step on. */
  Position stepped(double itsLoss) {
    return new Position(phase, epochOfPhase, epoch, step + 1, loss + itsLoss);
  }

  /** At the start of the next epoch of the phase. */
  Position atNextEpoch() {
    return new Position(phase, epochOfPhase + 1, epoch + 1, 0, 0);
  }

  /** At the start of the next epoch, which is the first of the next phase. */
  Position atNextPhase() {
    return new Position(phase + 1, 0, epoch + 1, 0, 0);
  }

  /** The first epoch of the phase. */
  int firstOfPhase() {
    return epoch - epochOfPhase;
  }

  /** The mean loss of the epoch so far. */
  double meanLoss() {
    return loss / step;
  }
}
