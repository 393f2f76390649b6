package dev.assay.text.tfidf;

import dev.assay.core.model.FittedCell;
import dev.assay.core.model.FittedTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The terms that speak most for each label, for people to see what a model goes by. */
final class TellingTerms {

  private static final int MOST = 8;

  private TellingTerms() {}

  static FittedTable of(TfidfLogisticModel model) {
    List<String> terms = model.features().terms();
    List<List<FittedCell>> rows = new ArrayList<>();
    for (int label = 0; label < model.schema().size(); label++) {
      rows.add(
          List.of(
              new FittedCell.Text(model.schema().names().get(label)),
              new FittedCell.Text(strongest(model.weights(), label, terms))));
    }
    return new FittedTable(
        "telling-terms",
        "The terms that speak most for each label",
        "",
        List.of("label", "terms, the strongest first"),
        rows);
  }

  private static String strongest(LabelWeights weights, int label, List<String> terms) {
    return IntStream.range(0, terms.size())
        .filter(term -> weights.weight(term, label) > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(term -> -weights.weight(term, label)))
        .limit(MOST)
        .map(term -> "'" + terms.get(term) + "'")
        .collect(Collectors.joining(", "));
  }
}
