package dev.assay.text.onnx;

/**
 * The texts that a model can read. ONNX Runtime would stop with a word on some inner node, or read
 * from the wrong end of a table.
 *
 * @param vocabulary ids are less than this
 * @param longestText how many tokens a text has at most
 */
record TokenRange(int vocabulary, int longestText) {

  /**
   * Checks texts.
   *
   * @throws IllegalArgumentException where one is empty, too long or has an id that is no token
   */
  void check(long[][] ids) {
    for (int row = 0; row < ids.length; row++) {
      if (ids[row].length == 0 || ids[row].length > longestText) {
        throw new IllegalArgumentException(
            "Text %d has %d tokens; the model reads 1 to %d."
                .formatted(row, ids[row].length, longestText));
      }
      for (long id : ids[row]) {
        if (id < 0 || id >= vocabulary) {
          throw new IllegalArgumentException(
              "Text %d has the token %d; the model knows 0 to %d."
                  .formatted(row, id, vocabulary - 1));
        }
      }
    }
  }
}
