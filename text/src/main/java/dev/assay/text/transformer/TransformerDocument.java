package dev.assay.text.transformer;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import java.util.List;
import java.util.Locale;

/**
 * What a {@link TransformerModel} is, but for its network and tokeniser, as it is stored.
 *
 * @param task {@code binary}, {@code multiclass} or {@code multilabel}
 * @param labels the label names in column order
 * @param template how the text of a row is built
 * @param maxLength how many tokens of a text are read
 * @param encoder what was fine-tuned
 * @param epochs how many epochs it was trained for
 */
record TransformerDocument(
    String task, List<String> labels, String template, int maxLength, String encoder, int epochs) {

  TransformerDocument {
    labels = List.copyOf(labels);
    if (maxLength < 1 || epochs < 1) {
      throw new IllegalArgumentException("A model reads a token and was trained for an epoch.");
    }
    schema(task, labels);
  }

  static TransformerDocument of(
      LabelSchema schema, String template, int maxLength, String encoder, int epochs) {
    return new TransformerDocument(
        schema.kind().name().toLowerCase(Locale.ROOT),
        schema.names(),
        template,
        maxLength,
        encoder,
        epochs);
  }

  LabelSchema schema() {
    return schema(task, labels);
  }

  private static LabelSchema schema(String task, List<String> labels) {
    return new LabelSchema(TaskKind.valueOf(task.toUpperCase(Locale.ROOT)), labels);
  }
}
