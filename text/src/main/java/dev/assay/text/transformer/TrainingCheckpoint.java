package dev.assay.text.transformer;

import dev.assay.core.model.Checkpoints;
import dev.assay.core.model.StoredBytes;
import dev.assay.core.prediction.Scores;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.encoder.Safetensors;
import dev.assay.text.network.Classifier;
import dev.assay.text.torch.TrainingState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The state of one training on disk. {@code state.safetensors} has weights, moments and validation
 * scores as tensors, and the rest as JSON in its metadata, so that it is replaced as one; {@code
 * epoch-N.safetensors} has the weights after an epoch that may still be picked, written once,
 * before the state that names it.
 */
final class TrainingCheckpoint {

  private static final String STATE = "state.safetensors";
  private static final String DOCUMENT = "assay.training";
  private static final String OWNER = "assay.fingerprint";
  private static final String SCORES = "scores/";

  private final Checkpoints place;
  private final String fingerprint;
  private final Classifier form;
  private final Set<Integer> written = new HashSet<>();

  /**
   * What a state says in JSON.
   *
   * @param position how far the training is
   * @param losses the mean loss of each epoch
   * @param trained how many epochs each phase had
   * @param epochs how many epochs have validation scores
   * @param kept the epochs whose weights are kept
   * @param steps how many steps the optimiser made
   */
  private record Document(
      Position position,
      List<Double> losses,
      List<Integer> trained,
      int epochs,
      List<Integer> kept,
      int steps) {}

  /**
   * The checkpoint of a training.
   *
   * @param fingerprint the same for trainings that give the same weights, and for no others
   * @param form a classifier of the form that is trained
   */
  TrainingCheckpoint(Checkpoints place, String fingerprint, Classifier form) {
    this.place = place;
    this.fingerprint = fingerprint;
    this.form = form;
  }

  /** Writes a state in the place of the former one. */
  void write(Snapshot snapshot) {
    snapshot.kept().forEach(this::writeEpoch);
    Map<String, FloatTensor> tensors = new LinkedHashMap<>(snapshot.state().tensors());
    for (int epoch = 0; epoch < snapshot.scores().size(); epoch++) {
      tensors.put(SCORES + epoch, tensor(snapshot.scores().get(epoch)));
    }
    List<Integer> kept = snapshot.kept().keySet().stream().sorted().toList();
    Document document =
        new Document(
            snapshot.position(),
            snapshot.losses(),
            snapshot.trained(),
            snapshot.scores().size(),
            kept,
            snapshot.state().steps());
    String json = JsonMapper.shared().writeValueAsString(document);
    place.write(STATE, file(tensors, Map.of(OWNER, fingerprint, DOCUMENT, json)).content());
    Set<String> files = new HashSet<>(Set.of(STATE));
    kept.forEach(epoch -> files.add(epochFile(epoch)));
    place.keepOnly(files);
  }

  private void writeEpoch(int epoch, Classifier weights) {
    if (written.add(epoch)) {
      place.write(epochFile(epoch), file(weights.tensors(), Map.of(OWNER, fingerprint)).content());
    }
  }

  /**
   * The state that was written last; empty where there is none, or none of this training, which is
   * said.
   */
  Optional<Snapshot> read(Progress progress) {
    try {
      Optional<Safetensors> state = read(STATE);
      if (state.isPresent() && !isOwn(state.get())) {
        progress.say(
            "the state of a training that was broken off is left aside: its data, settings, seed,"
                + " threads or program are others");
        return Optional.empty();
      }
      return state.map(this::snapshot);
    } catch (InvalidInputException | IllegalArgumentException | JacksonException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      progress.say(
          "the state of a training that was broken off is left aside, since it is damaged: "
              + reason);
      return Optional.empty();
    }
  }

  private Snapshot snapshot(Safetensors state) {
    Document document =
        JsonMapper.shared().readValue(state.metadata().get(DOCUMENT), Document.class);
    Map<Integer, Classifier> kept = new TreeMap<>();
    document.kept().forEach(epoch -> kept.put(epoch, epoch(epoch)));
    Map<String, FloatTensor> tensors = new HashMap<>(state.tensors());
    List<Scores> scores =
        IntStream.range(0, document.epochs())
            .mapToObj(epoch -> scores(tensors.remove(SCORES + epoch)))
            .toList();
    written.addAll(kept.keySet());
    return new Snapshot(
        document.position(),
        document.losses(),
        document.trained(),
        scores,
        kept,
        new TrainingState(document.steps(), tensors));
  }

  private Classifier epoch(int epoch) {
    return read(epochFile(epoch))
        .filter(this::isOwn)
        .map(file -> form.withTensors(file.tensors()))
        .orElseThrow(() -> new IllegalArgumentException(epochFile(epoch) + " is missing."));
  }

  private Optional<Safetensors> read(String name) {
    Optional<StoredBytes> stored = place.read(name);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    try (StoredBytes bytes = stored.get()) {
      return Optional.of(Safetensors.read(bytes, name));
    }
  }

  private boolean isOwn(Safetensors file) {
    return fingerprint.equals(file.metadata().get(OWNER));
  }

  private static Safetensors file(Map<String, FloatTensor> tensors, Map<String, String> metadata) {
    return new Safetensors(tensors, metadata);
  }

  private static String epochFile(int epoch) {
    return "epoch-" + (epoch + 1) + ".safetensors";
  }

  private static FloatTensor tensor(Scores scores) {
    float[] all = new float[scores.labels() * scores.size()];
    for (int label = 0; label < scores.labels(); label++) {
      System.arraycopy(scores.column(label), 0, all, label * scores.size(), scores.size());
    }
    return FloatTensor.of(all, scores.labels(), scores.size());
  }

  private static Scores scores(@Nullable FloatTensor tensor) {
    if (tensor == null) {
      throw new IllegalArgumentException("The scores of an epoch are missing.");
    }
    int rows = tensor.shape()[1];
    float[][] columns = new float[tensor.shape()[0]][rows];
    for (int label = 0; label < columns.length; label++) {
      tensor.values().get(label * rows, columns[label]);
    }
    return Scores.takeOver(columns);
  }
}
