package dev.assay.text.transformer;

import dev.assay.core.model.TrainingData;
import dev.assay.text.network.Classifier;
import dev.assay.text.tokenise.Tokens;
import java.util.List;

/**
 * What is trained on.
 *
 * @param start the weights that training starts from
 * @param data the examples
 * @param train the tokens of the training texts
 * @param validation the tokens of the validation texts
 * @param rows the training rows that each phase reads
 * @param seed the seed of everything random
 */
record TrainingInputs(
    Classifier start,
    TrainingData data,
    Tokens train,
    Tokens validation,
    List<int[]> rows,
    long seed) {

  TrainingInputs {
    rows = List.copyOf(rows);
  }
}
