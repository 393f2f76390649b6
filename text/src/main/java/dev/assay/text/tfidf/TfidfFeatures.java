package dev.assay.text.tfidf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The places of a text's terms among the {@code m} weights of a model, one vocabulary after the
 * other, and their tf-idf weights as scikit-learn's {@code TfidfVectorizer} defines them: the count
 * of the term in the text (or {@code 1 + ln} of it), times its inverse document frequency, the
 * weights of each vocabulary scaled to a Euclidean length of 1. Thread-safe.
 */
final class TfidfFeatures {

  private final List<Vocabulary> vocabularies;
  private final boolean sublinear;
  private final List<double[]> inverseFrequencies;
  private final int width;

  /**
   * Features of these vocabularies.
   *
   * @param sublinear whether a term that stands often in a text counts by the logarithm
   */
  TfidfFeatures(List<Vocabulary> vocabularies, boolean sublinear) {
    this.vocabularies = List.copyOf(vocabularies);
    this.sublinear = sublinear;
    this.inverseFrequencies = vocabularies.stream().map(Vocabulary::inverseFrequencies).toList();
    this.width = vocabularies.stream().mapToInt(Vocabulary::size).sum();
  }

  /** The vocabularies in the order of their places. */
  List<Vocabulary> vocabularies() {
    return vocabularies;
  }

  /** Whether a term that stands often in a text counts by the logarithm. */
  boolean isSublinear() {
    return sublinear;
  }

  /** The number of places, {@code m}. */
  int width() {
    return width;
  }

  /** The terms in the order of their places, {@code m}. */
  List<String> terms() {
    List<String> terms = new ArrayList<>(width);
    vocabularies.forEach(vocabulary -> terms.addAll(vocabulary.terms()));
    return terms;
  }

  /** Reads texts one after the other; to be used by one thread. */
  Row row() {
    return new Row();
  }

  /** All texts as a sparse matrix {@code (n, m)}. */
  SparseRows rows(List<String> texts) {
    SparseRows.Builder rows = new SparseRows.Builder(texts.size());
    Row row = row();
    for (String text : texts) {
      row.read(text);
      rows.add(row);
    }
    return rows.build();
  }

  /** The places of one text that are not 0, in ascending order, and their weights. */
  final class Row {

    private final int[] counts = new int[width];
    private int[] places = new int[64];
    private double[] values = new double[64];
    private int size;

    /** Takes a text's terms in place of those of the one before. */
    void read(String text) {
      size = 0;
      int offset = 0;
      for (int i = 0; i < vocabularies.size(); i++) {
        int from = size;
        count(vocabularies.get(i), offset, text);
        Arrays.sort(places, from, size);
        weigh(from, offset, inverseFrequencies.get(i));
        offset += vocabularies.get(i).size();
      }
    }

    private void count(Vocabulary vocabulary, int offset, String text) {
      vocabulary
          .kind()
          .split(
              text,
              (units, from, to) -> {
                int term = vocabulary.find(units, from, to);
                if (term != TermIndex.UNKNOWN && counts[offset + term]++ == 0) {
                  append(offset + term);
                }
              });
    }

    private void append(int place) {
      if (size == places.length) {
        places = Arrays.copyOf(places, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      places[size++] = place;
    }

    private void weigh(int from, int offset, double[] inverseFrequency) {
      double squares = 0;
      for (int i = from; i < size; i++) {
        int count = counts[places[i]];
        counts[places[i]] = 0;
        double frequency = sublinear ? 1 + Math.log(count) : count;
        values[i] = frequency * inverseFrequency[places[i] - offset];
        squares += values[i] * values[i];
      }
      double length = Math.sqrt(squares);
      for (int i = from; i < size; i++) {
        values[i] /= length;
      }
    }

    /** How many places are not 0. */
    int size() {
      return size;
    }

    /** A place, in {@code [0, m)}. */
    int place(int i) {
      return places[i];
    }

    /** The weight at {@link #place}. */
    double value(int i) {
      return values[i];
    }
  }
}
