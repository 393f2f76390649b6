package dev.assay.text.imported;

import dev.assay.core.label.LabelSchema;
import dev.assay.text.internal.StoredSchema;
import dev.assay.text.onnx.ForeignOutputs;
import java.util.List;

/**
 * What an {@link ImportedModel} is, but for its network and tokeniser, as it is stored.
 *
 * @param task {@code binary}, {@code multiclass} or {@code multilabel}
 * @param labels the label names in column order
 * @param template how the text of a row is built
 * @param maxLength how many tokens of a text are read
 * @param batch how many texts are scored together at most
 * @param outputs what the network's numbers are
 * @param width how many numbers a text gives
 * @param scored which of them is the score of each label
 */
record ImportedDocument(
    String task,
    List<String> labels,
    String template,
    int maxLength,
    int batch,
    ForeignOutputs outputs,
    int width,
    List<Integer> scored) {

  ImportedDocument {
    labels = List.copyOf(labels);
    scored = List.copyOf(scored);
    if (maxLength < 1 || batch < 1 || scored.size() != labels.size()) {
      throw new IllegalArgumentException("A model reads a token and scores each label.");
    }
    for (int output : scored) {
      if (output < 0 || output >= width) {
        throw new IllegalArgumentException("There is no output " + output + " of " + width + ".");
      }
    }
    StoredSchema.of(task, labels);
  }

  LabelSchema schema() {
    return StoredSchema.of(task, labels);
  }
}
