package dev.assay.text.torch;

import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.label.Labels;
import dev.assay.core.prediction.Scores;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.loss.Loss;
import dev.assay.text.network.Classifier;
import dev.assay.text.tokenise.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * A classifier in libtorch's memory that is trained step by step. A batch is split over threads,
 * each of which differentiates its share by itself; gradients are summed in a fixed order, so that
 * the same steps with the same seed and number of threads give the same bits.
 *
 * <p>Not thread-safe; closing frees its memory and ends its threads.
 */
public final class TorchTraining implements AutoCloseable {

  private static final int SCORED_TOGETHER = 32;

  private final Classifier start;
  private final Optimisation optimisation;
  private final Threads threads;
  private final Parameters parameters;
  private final List<Worker> workers = new ArrayList<>();
  private final AdamW optimiser;
  private final List<String> learning;
  private int steps;

  /**
   * Prepares a training.
   *
   * @param start the weights to start from, copied
   * @param seed the seed of dropout
   */
  public TorchTraining(Classifier start, Optimisation optimisation, long seed) {
    this.start = start;
    this.optimisation = optimisation;
    this.threads = new Threads(optimisation.threads());
    this.parameters = new Parameters(start);
    RateGroups groups = new RateGroups(start.encoder().architecture(), optimisation);
    Set<String> frozen = groups.frozen(parameters.tensors().keySet());
    this.learning =
        parameters.tensors().keySet().stream()
            .filter(name -> !frozen.contains(name) && !name.equals(Parameters.WORDS))
            .toList();
    for (int i = 0; i < optimisation.threads(); i++) {
      workers.add(new Worker(start, parameters, frozen, optimisation, StableHash.combine(seed, i)));
    }
    this.optimiser = new AdamW(parameters, groups, frozen, optimisation.weightDecay());
  }

  /** The version of the library that trains. */
  public static String version() {
    return Libtorch.version();
  }

  /**
   * One step on the mean loss over some rows.
   *
   * @param batches the rows, batch by batch: their gradients are added up before the step
   * @param rate the rate of the step
   * @return the mean loss before the step
   */
  public double step(Tokens tokens, Labels labels, Loss loss, List<int[]> batches, double rate) {
    LossForward forward = new LossForward(loss, labels);
    int count = batches.stream().mapToInt(forward::count).sum();
    if (count == 0) {
      return 0;
    }
    workers.forEach(worker -> worker.begin(steps));
    double sum =
        threads.sum(
            worker -> {
              double own = 0;
              for (int[] batch : batches) {
                int[] share = share(batch, worker);
                if (share.length > 0) {
                  own += workers.get(worker).differentiate(tokens, share, forward, count);
                }
              }
              return own;
            });
    move(rate);
    return sum / count;
  }

  /**
   * The share of a batch of one worker: texts of like length stay together. That of the first is
   * never empty, since the others' gradients are added to its own.
   */
  private int[] share(int[] batch, int worker) {
    return Arrays.copyOfRange(batch, shareStart(batch, worker), shareStart(batch, worker + 1));
  }

  private int shareStart(int[] batch, int worker) {
    return (batch.length * worker + workers.size() - 1) / workers.size();
  }

  private void move(double rate) {
    steps++;
    double squares = threads.sum(this::addUp);
    NativeScope.run(() -> move(squares, rate));
  }

  private void move(double denseSquares, double rate) {
    try (WordGradientSum words = words()) {
      double norm = Math.sqrt(denseSquares + words.squares());
      double scale =
          optimisation.clip() > 0 && norm > optimisation.clip() ? optimisation.clip() / norm : 1;
      threads.sum(worker -> moveShare(worker, scale, rate));
      if (!words.isEmpty()) {
        optimiser.moveRows(Parameters.WORDS, words.rows(), words.gradient(scale), steps, rate);
      }
    }
  }

  /** Adds the gradients of all workers to those of the first; gives the sum of their squares. */
  private double addUp(int share) {
    double squares = 0;
    for (int i = share; i < learning.size(); i += workers.size()) {
      String name = learning.get(i);
      squares += NativeScope.call(() -> addUp(name));
    }
    return squares;
  }

  private double addUp(String name) {
    Tensor sum = workers.getFirst().leaves().tensor(name).grad();
    for (Worker other : workers.subList(1, workers.size())) {
      Tensor gradient = other.leaves().tensor(name).grad();
      if (gradient.defined()) {
        sum.add_(gradient);
        gradient.zero_();
      }
    }
    return sum.defined() ? sum.flatten().dot(sum.flatten()).item_double() : 0;
  }

  private double moveShare(int share, double scale, double rate) {
    for (int i = share; i < learning.size(); i += workers.size()) {
      String name = learning.get(i);
      NativeScope.run(() -> move(name, scale, rate));
    }
    return 0;
  }

  private void move(String name, double scale, double rate) {
    Tensor gradient = workers.getFirst().leaves().tensor(name).grad();
    if (gradient.defined()) {
      if (scale != 1) {
        gradient.mul_(new Scalar(scale));
      }
      optimiser.move(name, gradient, steps, rate);
      gradient.zero_();
    }
  }

  private WordGradientSum words() {
    List<WordGradient> all = new ArrayList<>();
    workers.forEach(worker -> all.addAll(worker.takeWordGradients()));
    return new WordGradientSum(all, start.encoder().architecture().width());
  }

  /** Scores of some rows {@code (n, k)}, without dropout. */
  public Scores scores(Tokens tokens, int[] rows) {
    float[][] scores = new float[start.head().outputs()][rows.length];
    Integer[] places = IntStream.range(0, rows.length).boxed().toArray(Integer[]::new);
    Arrays.sort(places, Comparator.comparingInt(place -> tokens.length(rows[place])));
    int batches = (rows.length + SCORED_TOGETHER - 1) / SCORED_TOGETHER;
    threads.sum(
        worker -> {
          for (int batch = worker; batch < batches; batch += workers.size()) {
            int from = batch * SCORED_TOGETHER;
            int to = Math.min(rows.length, from + SCORED_TOGETHER);
            int[] together = IntStream.range(from, to).map(i -> places[i]).toArray();
            int[] asked = Arrays.stream(together).map(place -> rows[place]).toArray();
            workers.get(worker).score(tokens, asked, together, scores);
          }
          return 0;
        });
    return Scores.takeOver(scores);
  }

  /** The classifier as it is trained so far, copied. */
  public Classifier classifier() {
    return parameters.classifier();
  }

  /** Takes over the weights of a classifier of the same form, to score by them. */
  public void load(Classifier classifier) {
    classifier
        .tensors()
        .forEach((name, tensor) -> TensorCopies.into(parameters.tensor(name), tensor));
  }

  /** How many steps were made. */
  public int steps() {
    return steps;
  }

  /** The state, where it lies: good until the next step. */
  public TrainingState state() {
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    parameters
        .tensors()
        .forEach(
            (name, tensor) -> tensors.put(TrainingState.WEIGHT + name, TensorCopies.view(tensor)));
    tensors.putAll(optimiser.moments());
    return new TrainingState(steps, tensors);
  }

  /**
   * Goes on from a state of a training with the same start, optimisation and seed: the next steps
   * give the same bits as if it had not been left.
   *
   * @throws IllegalArgumentException where the state lacks something
   */
  public void restore(TrainingState state) {
    parameters
        .tensors()
        .forEach(
            (name, tensor) -> TensorCopies.into(tensor, state.tensor(TrainingState.WEIGHT + name)));
    optimiser.restore(state);
    steps = state.steps();
  }

  @Override
  public void close() {
    threads.close();
    workers.forEach(Worker::close);
    optimiser.close();
    parameters.close();
  }
}
