package dev.assay.text.transformer;

import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.label.Labels;
import dev.assay.core.model.TrainingData;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.network.Classifier;
import dev.assay.text.tokenise.Tokens;
import dev.assay.text.torch.TorchTraining;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** What the weights of a training depend on, as a hash. */
final class TrainingFingerprint {

  /** Changes where the meaning of a stored state does. */
  private static final int FORMAT = 1;

  private final Sha256 hash = new Sha256().add(FORMAT).add(TorchTraining.version());

  private TrainingFingerprint() {}

  /**
   * The fingerprint of a training.
   *
   * @param environment the code and versions around it
   */
  static String of(
      TrainingInputs inputs, TransformerSettings settings, Course course, String environment) {
    TrainingFingerprint fingerprint = new TrainingFingerprint();
    fingerprint
        .hash
        .add(environment)
        .add(settings.text())
        .add(settings.optimisation().threads())
        .add(course.toString())
        .add(inputs.seed());
    fingerprint.add(inputs.start());
    fingerprint.add(inputs.train());
    fingerprint.add(inputs.validation());
    TrainingData data = inputs.data();
    fingerprint.add(data.train().labels());
    fingerprint.add(data.validation().labels());
    for (int row = 0; row < data.validation().size(); row++) {
      fingerprint.hash.add(data.validationFold(row));
    }
    inputs.rows().forEach(rows -> fingerprint.add(rows));
    return fingerprint.hash.hex();
  }

  /** The hash of the weights of a classifier. */
  static String of(Classifier classifier) {
    TrainingFingerprint fingerprint = new TrainingFingerprint();
    fingerprint.add(classifier);
    return fingerprint.hash.hex();
  }

  private void add(Classifier classifier) {
    hash.add(classifier.encoder().architecture().toString())
        .add(classifier.head().pooling().name())
        .add(classifier.activation().name());
    classifier
        .tensors()
        .forEach(
            (name, tensor) -> {
              hash.add(name).add(Arrays.toString(tensor.shape()));
              add(tensor);
            });
  }

  private void add(FloatTensor tensor) {
    byte[] bytes = new byte[1 << 16];
    FloatBuffer values = tensor.values();
    while (values.hasRemaining()) {
      int count = Math.min(values.remaining(), bytes.length / Float.BYTES);
      ByteBuffer.wrap(bytes).asFloatBuffer().put(values.slice(values.position(), count));
      values.position(values.position() + count);
      hash.add(count * Float.BYTES == bytes.length ? bytes : Arrays.copyOf(bytes, count * 4));
    }
  }

  private void add(Tokens tokens) {
    hash.add(tokens.size());
    for (int text = 0; text < tokens.size(); text++) {
      add(tokens.ids(text));
    }
  }

  private void add(int[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
    bytes.asIntBuffer().put(numbers);
    hash.add(bytes.array());
  }

  private void add(Labels labels) {
    labels.schema().names().forEach(hash::add);
    for (int label = 0; label < labels.schema().size(); label++) {
      hash.add(labels.column(label));
    }
  }
}
