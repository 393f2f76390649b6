package dev.assay.data.predictions;

import dev.assay.core.example.Column;
import dev.assay.core.example.Dataset;
import dev.assay.core.example.NumericColumn;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.Problems;
import dev.assay.data.source.DatasetSource;
import dev.assay.data.source.DeferredSource;
import dev.assay.data.source.FeatureColumns;
import dev.assay.data.source.RowLocations;
import dev.assay.data.source.RowSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Declares a predictions file, with its scores as features, and checks the scores. */
final class PredictionSource implements DeferredSource {

  /** How far the scores of a row of a multiclass file may sum up off 1, as rounding does. */
  private static final double SUM_TOLERANCE = 0.01;

  private static final String MEND = "A score is a number from 0 to 1 for every row and label.";

  private final Path folder;
  private final RowSource.Files rows;
  private final List<String> slices;
  private final PredictionLayout.Finding finding;
  private @Nullable PredictionLayout layout;

  PredictionSource(
      Path folder, RowSource.Files rows, List<String> slices, PredictionLayout.Finding finding) {
    this.folder = folder;
    this.rows = rows;
    this.slices = List.copyOf(slices);
    this.finding = finding;
  }

  @Override
  public DatasetSource declare(List<String> names, Problems problems) {
    PredictionLayout found = finding.layout(names, rows.patterns().getFirst(), problems);
    layout = found;
    return DatasetSource.builder(folder, rows, found.truth())
        .id(PredictionLayout.ID)
        .features(new FeatureColumns(found.scores(), Set.of(), Set.of()))
        .group(whereThere("group", names))
        .time(whereThere("time", names), 0)
        .event(whereThere("event", names))
        .source(whereThere("source", names))
        .origin(whereThere("origin", names))
        .slices(slices.toArray(String[]::new))
        .build();
  }

  private static @Nullable String whereThere(String name, List<String> names) {
    return names.contains(name) ? name : null;
  }

  PredictionLayout layout() {
    return Objects.requireNonNull(layout);
  }

  @Override
  public void check(Dataset dataset, RowLocations locations, Problems problems) {
    boolean complete = true;
    for (String name : layout().scores()) {
      Column column = Objects.requireNonNull(dataset.features().get(name));
      if (column instanceof NumericColumn scores) {
        complete &= checkScores(name, scores, locations, problems);
      } else {
        problems.add(
            rows.patterns().getFirst(), "'" + name + "' is not a column of numbers.", MEND);
        complete = false;
      }
    }
    if (complete && layout().schema().kind() == TaskKind.MULTICLASS) {
      checkSums(dataset, locations, problems);
    }
  }

  private static boolean checkScores(
      String name, NumericColumn scores, RowLocations locations, Problems problems) {
    boolean fine = true;
    for (int row = 0; row < scores.size(); row++) {
      float score = scores.value(row);
      if (!(score >= 0 && score <= 1)) {
        fine = false;
        String what = Float.isNaN(score) ? "missing or not a number" : String.valueOf(score);
        String where = problems.count() < Problems.LIMIT ? locations.where(row) : "unlisted";
        problems.add(where, "'" + name + "' is " + what + ".", MEND);
      }
    }
    return fine;
  }

  private void checkSums(Dataset dataset, RowLocations locations, Problems problems) {
    double[] sums = new double[dataset.size()];
    for (String name : layout().scores()) {
      NumericColumn scores = (NumericColumn) Objects.requireNonNull(dataset.features().get(name));
      for (int row = 0; row < sums.length; row++) {
        sums[row] += scores.value(row);
      }
    }
    for (int row = 0; row < sums.length; row++) {
      if (Math.abs(sums[row] - 1) > SUM_TOLERANCE) {
        String where = problems.count() < Problems.LIMIT ? locations.where(row) : "unlisted";
        problems.add(
            where,
            "the scores of the classes sum to %.4f, not 1.".formatted(sums[row]),
            "Write probabilities, as softmax gives them.");
      }
    }
  }
}
