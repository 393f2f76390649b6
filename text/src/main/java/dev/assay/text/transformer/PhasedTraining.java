package dev.assay.text.transformer;

import dev.assay.core.model.TrainingContext;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import dev.assay.text.loss.Loss;
import dev.assay.text.network.Classifier;
import dev.assay.text.network.WeightMean;
import dev.assay.text.torch.TorchTraining;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Trains phase after phase and epoch after epoch, and keeps its state on the way: a training that
 * was broken off goes on at the step where its state was kept last and ends with the same bits.
 */
final class PhasedTraining implements AutoCloseable {

  private final TrainingInputs inputs;
  private final TransformerSettings settings;
  private final Course course;
  private final Progress progress;
  private final Pace pace;
  private final List<PhaseSteps> phases = new ArrayList<>();
  private final Loss loss;
  private final int[] watched;
  private final TorchTraining network;
  private final TrainingCheckpoint checkpoint;
  private final EpochScores scores;
  private final List<Double> losses = new ArrayList<>();
  private final List<Integer> trained = new ArrayList<>();
  private final Map<Integer, Classifier> kept = new TreeMap<>();
  private Position position = Position.START;
  private long keptAt = System.nanoTime();

  PhasedTraining(
      TrainingInputs inputs,
      TransformerSettings settings,
      Course course,
      TrainingContext context,
      Pace pace) {
    this.inputs = inputs;
    this.settings = settings;
    this.course = course;
    this.progress = context.progress();
    this.pace = pace;
    for (int phase = 0; phase < course.legs().size(); phase++) {
      phases.add(
          new PhaseSteps(
              inputs.train(),
              inputs.rows().get(phase),
              course.legs().get(phase).phase(),
              settings,
              inputs.seed()));
    }
    loss = settings.loss().of(inputs.data().train().labels());
    watched = IntStream.range(0, inputs.validation().size()).toArray();
    scores = new EpochScores(inputs.data(), settings.criterion());
    checkpoint =
        new TrainingCheckpoint(
            context.checkpoints(),
            TrainingFingerprint.of(inputs, settings, course, context.checkpoints().environment()),
            inputs.start());
    network = new TorchTraining(inputs.start(), settings.optimisation(), inputs.seed());
  }

  /** Trains all phases, or what is left of them. */
  Trained run() {
    checkpoint.read(progress).ifPresent(this::resume);
    while (position.phase() < course.legs().size()) {
      epoch(phases.get(position.phase()));
      endEpoch();
    }
    return picked();
  }

  private void resume(Snapshot snapshot) {
    network.restore(snapshot.state());
    position = snapshot.position();
    losses.addAll(snapshot.losses());
    trained.addAll(snapshot.trained());
    snapshot.scores().forEach(scores::add);
    kept.putAll(snapshot.kept());
    progress.say(
        position.phase() == course.legs().size()
            ? "taking up a training that had come to its end"
            : String.format(
                Locale.ROOT,
                "resuming at epoch %d, step %,d",
                position.epoch() + 1,
                network.steps() + 1));
  }

  /** Reads the texts of a phase once, or what is left of them. */
  private void epoch(PhaseSteps steps) {
    List<List<int[]>> batches = steps.batches(position.epoch());
    while (position.step() < batches.size()) {
      double one =
          network.step(
              inputs.train(),
              inputs.data().train().labels(),
              loss,
              batches.get(position.step()),
              steps.rate(position));
      position = position.stepped(one);
      report();
      boolean isLast = position.step() == batches.size();
      if (!isLast && pace.isDue(Duration.ofNanos(System.nanoTime() - keptAt))) {
        requireNumber();
        keep();
      }
    }
  }

  private void endEpoch() {
    requireNumber();
    losses.add(position.meanLoss());
    if (watched.length > 0) {
      scores.add(network.scores(inputs.validation(), watched));
    }
    int phase = position.phase();
    int ofPhase = position.epochOfPhase() + 1;
    boolean isOver =
        ofPhase == course.legs().get(phase).epochs()
            || (course.patience() > 0
                && scores.isStale(course.patience(), position.firstOfPhase()));
    if (isOver) {
      trained.add(ofPhase);
    }
    Set<Integer> wanted = new HashSet<>(course.picking().wanted(scores, position.epoch() + 1));
    wanted.addAll(endsOfPhases());
    if (wanted.contains(position.epoch())) {
      kept.put(position.epoch(), network.classifier());
    }
    kept.keySet().retainAll(wanted);
    position = isOver ? position.atNextPhase() : position.atNextEpoch();
    keep();
  }

  /** The last epoch of each phase that is over and not the last, where their weights are kept. */
  private List<Integer> endsOfPhases() {
    List<Integer> ends = new ArrayList<>();
    int epochs = 0;
    for (int phase = 0; course.keepsPhases() && phase < trained.size(); phase++) {
      epochs += trained.get(phase);
      if (phase + 1 < course.legs().size()) {
        ends.add(epochs - 1);
      }
    }
    return ends;
  }

  private void requireNumber() {
    if (!Double.isFinite(position.loss())) {
      throw new InvalidInputException(
          "train",
          "the loss is no number any more after %d steps of training.".formatted(network.steps()),
          "Lower learning_rate, or set clip.");
    }
  }

  private void keep() {
    checkpoint.write(
        new Snapshot(position, losses, trained, scores.scores(), kept, network.state()));
    keptAt = System.nanoTime();
  }

  private Trained picked() {
    List<Integer> used = course.picking().used(scores, position.epoch());
    return new Trained(
        mean(used),
        trained,
        used,
        course.picking().kept(scores, position.epoch()),
        scores,
        losses,
        crossFitting(used),
        beside(used));
  }

  /** Ends of phases and other good epochs than the one that is the model. */
  private List<KeptWeights> beside(List<Integer> used) {
    List<KeptWeights> beside = new ArrayList<>();
    List<Integer> ends = endsOfPhases();
    for (int phase = 0; phase < ends.size(); phase++) {
      beside.add(keptWeights("phase-" + (phase + 1), ends.get(phase)));
    }
    for (int epoch : course.picking().beside(scores, position.epoch())) {
      if (!used.equals(List.of(epoch))) {
        beside.add(keptWeights("epoch-" + (epoch + 1), epoch));
      }
    }
    return beside;
  }

  private KeptWeights keptWeights(String name, int epoch) {
    return new KeptWeights(name, epoch, Objects.requireNonNull(kept.get(epoch)));
  }

  private Classifier mean(List<Integer> epochs) {
    return WeightMean.of(
        epochs.stream().map(epoch -> Objects.requireNonNull(kept.get(epoch))).toList());
  }

  /** What was picked on validation is picked anew for each fold; else scores are what they are. */
  private UnaryOperator<Scores> crossFitting(List<Integer> used) {
    if (!(course.picking() instanceof Picking.Best)) {
      return ofModel -> ofModel;
    }
    Map<List<Integer>, Scores> others = new HashMap<>();
    for (List<Integer> pick : scores.foldPicks(used.size())) {
      if (!pick.equals(used)) {
        others.computeIfAbsent(pick, this::scoresOf);
      }
    }
    return ofModel ->
        scores.crossFitted(used.size(), ofModel, pick -> Objects.requireNonNull(others.get(pick)));
  }

  private Scores scoresOf(List<Integer> epochs) {
    if (epochs.size() == 1) {
      return scores.scores().get(epochs.getFirst());
    }
    network.load(mean(epochs));
    return network.scores(inputs.validation(), watched);
  }

  private void report() {
    long done = 0;
    long all = 0;
    for (int phase = 0; phase < phases.size(); phase++) {
      long each = phases.get(phase).ofEpoch();
      long steps = each * course.legs().get(phase).epochs();
      all += steps;
      if (phase < position.phase()) {
        done += steps;
      } else if (phase == position.phase()) {
        done += each * position.epochOfPhase() + position.step();
      }
    }
    progress.report("training transformer", done, all, detail());
  }

  /** The mean loss of this epoch so far, and the validation figure after the last one. */
  private String detail() {
    String detail = String.format(Locale.ROOT, "loss %.3f", position.meanLoss());
    Optional<Double> last = scores.figures().reversed().stream().findFirst();
    return last.map(
            figure ->
                String.format(
                    Locale.ROOT,
                    "%s, %s %.3f",
                    detail,
                    settings.criterion().word(),
                    settings.criterion().shown(figure)))
        .orElse(detail);
  }

  @Override
  public void close() {
    network.close();
  }
}
