package dev.assay.text.tfidf;

import dev.assay.core.model.ModelFiles;
import dev.assay.text.input.TextInput;
import dev.assay.text.internal.StoredDocument;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a {@link TfidfLogisticModel} to three files and reads it back: the description in JSON;
 * the terms in UTF-8, one a line in the order of their places, each with a tab and the number of
 * texts that it stands in; the intercepts {@code (k)} and then the weights {@code (m, k)} as
 * little-endian single-precision numbers.
 */
final class TfidfFiles {

  static final String DESCRIPTION = "tfidf-logistic.json";
  static final String TERMS = "terms.tsv";
  static final String WEIGHTS = "weights.f32";

  private TfidfFiles() {}

  static ModelFiles write(TfidfLogisticModel model) {
    return new ModelFiles(
        Map.of(
            DESCRIPTION, StoredDocument.write(TfidfDocument.of(model)),
            TERMS, terms(model.features().vocabularies()),
            WEIGHTS, weights(model.weights())));
  }

  private static byte[] terms(List<Vocabulary> vocabularies) {
    StringBuilder lines = new StringBuilder();
    for (Vocabulary vocabulary : vocabularies) {
      List<String> terms = vocabulary.terms();
      for (int term = 0; term < terms.size(); term++) {
        lines.append(terms.get(term)).append('\t').append(vocabulary.documents(term)).append('\n');
      }
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] weights(LabelWeights weights) {
    int k = weights.labels();
    int numbers = Math.multiplyExact(weights.width() + 1, k);
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(numbers, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int label = 0; label < k; label++) {
      bytes.putFloat(weights.intercept(label));
    }
    for (int place = 0; place < weights.width(); place++) {
      for (int label = 0; label < k; label++) {
        bytes.putFloat(weights.weight(place, label));
      }
    }
    return bytes.array();
  }

  static TfidfLogisticModel read(ModelFiles files) {
    TfidfDocument document = StoredDocument.read(files, DESCRIPTION, TfidfDocument.class);
    TfidfFeatures features = features(document, files);
    LabelWeights weights = weights(files, document.labels().size(), features.width());
    try {
      return new TfidfLogisticModel(
          document.schema(), TextInput.of(document.template()), features, weights);
    } catch (IllegalArgumentException e) {
      throw ModelFiles.damaged(DESCRIPTION, String.valueOf(e.getMessage()));
    }
  }

  private static TfidfFeatures features(TfidfDocument document, ModelFiles files) {
    String[] lines = new String(files.required(TERMS), StandardCharsets.UTF_8).split("\n", -1);
    int wanted = document.kinds().stream().mapToInt(TfidfDocument.Kind::terms).sum();
    if (lines.length != wanted + 1) {
      throw ModelFiles.damaged(TERMS, (lines.length - 1) + " lines, not " + wanted + ".");
    }
    List<Vocabulary> vocabularies = new ArrayList<>();
    int from = 0;
    for (TfidfDocument.Kind kind : document.kinds()) {
      try {
        vocabularies.add(vocabulary(kind, document.texts(), lines, from));
      } catch (IllegalArgumentException e) {
        throw ModelFiles.damaged(TERMS, String.valueOf(e.getMessage()));
      }
      from += kind.terms();
    }
    return new TfidfFeatures(vocabularies, document.sublinear());
  }

  private static Vocabulary vocabulary(
      TfidfDocument.Kind kind, int texts, String[] lines, int from) {
    List<String> terms = new ArrayList<>(kind.terms());
    int[] documents = new int[kind.terms()];
    for (int i = 0; i < documents.length; i++) {
      String line = lines[from + i];
      int tab = line.indexOf('\t');
      if (tab < 0) {
        throw new IllegalArgumentException("Line " + (from + i + 1) + " has no tab.");
      }
      terms.add(line.substring(0, tab));
      documents[i] = Integer.parseInt(line.substring(tab + 1));
    }
    return new Vocabulary(kind.toTerms(), texts, terms, documents);
  }

  private static LabelWeights weights(ModelFiles files, int labels, int width) {
    byte[] content = files.required(WEIGHTS);
    long wanted = (width + 1L) * labels * Float.BYTES;
    if (content.length != wanted) {
      throw ModelFiles.damaged(WEIGHTS, content.length + " bytes, not " + wanted + ".");
    }
    FloatBuffer numbers = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] intercepts = new float[labels];
    float[] weights = new float[width * labels];
    numbers.get(intercepts);
    numbers.get(weights);
    try {
      return new LabelWeights(intercepts, weights);
    } catch (IllegalArgumentException e) {
      throw ModelFiles.damaged(WEIGHTS, String.valueOf(e.getMessage()));
    }
  }
}
