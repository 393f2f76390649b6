package dev.assay.text.tfidf;

import dev.assay.core.problem.InvalidInputException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The terms of one kind that a model knows, in alphabetical order (of their UTF-16 units), and in
 * how many of the {@code n} training texts each stands. Thread-safe.
 */
final class Vocabulary {

  private final Terms kind;
  private final int texts;
  private final TermIndex index = new TermIndex();
  private final int[] documents;

  /**
   * A vocabulary of these terms.
   *
   * @param kind what counts as a term
   * @param texts how many texts the terms were counted in, {@code n}
   * @param terms the terms, distinct, at least one
   * @param documents in how many of the texts each stands, in {@code [1, n]}
   */
  Vocabulary(Terms kind, int texts, List<String> terms, int[] documents) {
    this.kind = kind;
    this.texts = texts;
    this.documents = documents.clone();
    if (terms.isEmpty() || documents.length != terms.size()) {
      throw new IllegalArgumentException(
          documents.length + " counts for " + terms.size() + " terms.");
    }
    for (int i = 0; i < documents.length; i++) {
      if (index.add(terms.get(i).toCharArray(), 0, terms.get(i).length()) != i) {
        throw new IllegalArgumentException("The term '" + terms.get(i) + "' stands twice.");
      }
      if (documents[i] < 1 || documents[i] > texts) {
        throw new IllegalArgumentException(
            "The term '%s' stands in %d of %d texts.".formatted(terms.get(i), documents[i], texts));
      }
    }
  }

  /**
   * The vocabulary of training texts.
   *
   * @param leastDocuments in how many texts a term must stand to be known
   * @param mostTerms how many terms are known at most: those in most texts, of equal ones the first
   *     in alphabetical order
   * @throws InvalidInputException where no term is left
   */
  static Vocabulary of(Terms kind, List<String> texts, int leastDocuments, int mostTerms) {
    Counting counting = new Counting();
    for (int row = 0; row < texts.size(); row++) {
      counting.row = row;
      kind.split(texts.get(row), counting);
    }
    List<String> terms = counting.index.terms();
    int[] counts = counting.documents;
    List<Integer> known =
        IntStream.range(0, terms.size())
            .filter(term -> counts[term] >= leastDocuments)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(term -> -counts[term]).thenComparing(terms::get))
            .limit(mostTerms)
            .sorted(Comparator.comparing(terms::get))
            .toList();
    if (known.isEmpty()) {
      throw new InvalidInputException(
          "training data",
          "no term stands in %d of the %d texts.".formatted(leastDocuments, texts.size()),
          "Lower least_documents, or name a column with running text in the template.");
    }
    return new Vocabulary(
        kind,
        texts.size(),
        known.stream().map(terms::get).toList(),
        known.stream().mapToInt(term -> counts[term]).toArray());
  }

  /** What counts as a term. */
  Terms kind() {
    return kind;
  }

  /** How many training texts there were, {@code n}. */
  int texts() {
    return texts;
  }

  /** The terms in order. */
  List<String> terms() {
    return List.copyOf(index.terms());
  }

  /** How many terms there are. */
  int size() {
    return documents.length;
  }

  /** In how many training texts a term stands. */
  int documents(int term) {
    return documents[term];
  }

  /** The place of a term, or {@link TermIndex#UNKNOWN}. */
  int find(char[] units, int from, int to) {
    return index.find(units, from, to);
  }

  /**
   * How much each term tells, {@code ln((1 + n) / (1 + d)) + 1} for one that stands in {@code d} of
   * {@code n} texts: scikit-learn's smooth inverse document frequency.
   */
  double[] inverseFrequencies() {
    return Arrays.stream(documents)
        .mapToDouble(d -> Math.log((1.0 + texts) / (1 + d)) + 1)
        .toArray();
  }

  /** Counts in how many rows each term stands. */
  private static final class Counting implements Terms.Sink {

    private final TermIndex index = new TermIndex();
    private int[] documents = new int[1 << 10];
    private int[] lastRow = new int[1 << 10];
    private int row;

    @Override
    public void term(char[] units, int from, int to) {
      int term = index.add(units, from, to);
      if (term >= documents.length) {
        documents = Arrays.copyOf(documents, 2 * documents.length);
        lastRow = Arrays.copyOf(lastRow, 2 * lastRow.length);
      }
      if (lastRow[term] != row + 1) {
        lastRow[term] = row + 1;
        documents[term]++;
      }
    }
  }
}
