package dev.assay.text.transformer;

import java.util.List;

/**
 * A stretch of a training: some texts, read some times, with rates that rise and fall.
 *
 * @param epochs how often its texts are read at most, which its rates are planned for; at least 1
 * @param sources the sources of its texts; none for all texts
 * @param learningRate the highest rate of a step
 */
record Phase(int epochs, List<String> sources, double learningRate) {

  Phase {
    sources = List.copyOf(sources);
    if (epochs < 1 || !(learningRate > 0)) {
      throw new IllegalArgumentException("A phase trains: " + epochs + ", " + learningRate + ".");
    }
  }
}
