package dev.assay.text.transformer;

import dev.assay.core.label.LabelSchema;
import dev.assay.text.internal.StoredSchema;
import java.util.List;

/**
 * What a {@link TransformerModel} is, but for its network and tokeniser, as it is stored.
 *
 * @param task {@code binary}, {@code multiclass} or {@code multilabel}
 * @param labels the label names in column order
 * @param template how the text of a row is built
 * @param maxLength how many tokens of a text are read
 * @param encoder what was fine-tuned
 * @param phases how many epochs each phase of its training had
 * @param epochs the epochs that its weights are of, counted from 1 and ascending
 */
record TransformerDocument(
    String task,
    List<String> labels,
    String template,
    int maxLength,
    String encoder,
    List<Integer> phases,
    List<Integer> epochs) {

  TransformerDocument {
    labels = List.copyOf(labels);
    phases = List.copyOf(phases);
    epochs = List.copyOf(epochs);
    if (maxLength < 1 || epochs.isEmpty() || epochs.getFirst() < 1) {
      throw new IllegalArgumentException("A model reads a token and was trained for an epoch.");
    }
    StoredSchema.of(task, labels);
  }

  static TransformerDocument of(
      LabelSchema schema,
      String template,
      int maxLength,
      String encoder,
      List<Integer> phases,
      List<Integer> epochs) {
    return new TransformerDocument(
        StoredSchema.task(schema), schema.names(), template, maxLength, encoder, phases, epochs);
  }

  LabelSchema schema() {
    return StoredSchema.of(task, labels);
  }
}
