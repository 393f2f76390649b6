package dev.assay.text.tfidf;

import dev.assay.core.label.LabelSchema;
import dev.assay.text.internal.StoredSchema;
import java.util.List;

/**
 * What a {@link TfidfLogisticModel} is, but for its terms and weights, as it is stored.
 *
 * @param task {@code binary}, {@code multiclass} or {@code multilabel}
 * @param labels the label names in column order
 * @param template how the text of a row is built
 * @param sublinear whether a term that stands often in a text counts by the logarithm
 * @param texts how many training texts the terms were counted in
 * @param kinds the kinds of terms, in the order of their places
 */
record TfidfDocument(
    String task,
    List<String> labels,
    String template,
    boolean sublinear,
    int texts,
    List<Kind> kinds) {

  TfidfDocument {
    labels = List.copyOf(labels);
    kinds = List.copyOf(kinds);
    StoredSchema.of(task, labels);
  }

  static TfidfDocument of(TfidfLogisticModel model) {
    List<Vocabulary> vocabularies = model.features().vocabularies();
    return new TfidfDocument(
        StoredSchema.task(model.schema()),
        model.schema().names(),
        model.input().template(),
        model.features().isSublinear(),
        vocabularies.getFirst().texts(),
        vocabularies.stream().map(Kind::of).toList());
  }

  LabelSchema schema() {
    return StoredSchema.of(task, labels);
  }

  /**
   * A kind of terms.
   *
   * @param of {@code words} or {@code characters}
   * @param shortest of how many of these a term is at least
   * @param longest of how many it is at most
   * @param terms how many terms are known
   */
  record Kind(String of, int shortest, int longest, int terms) {

    private static final String WORDS = "words";
    private static final String CHARACTERS = "characters";

    static Kind of(Vocabulary vocabulary) {
      return switch (vocabulary.kind()) {
        case Terms.Words(int longest) -> new Kind(WORDS, 1, longest, vocabulary.size());
        case Terms.Characters(int shortest, int longest) ->
            new Kind(CHARACTERS, shortest, longest, vocabulary.size());
      };
    }

    Terms toTerms() {
      return switch (of) {
        case WORDS -> new Terms.Words(longest);
        case CHARACTERS -> new Terms.Characters(shortest, longest);
        default -> throw new IllegalArgumentException("No kind of terms: '" + of + "'.");
      };
    }
  }
}
