package dev.assay.pipeline.scoring;

import dev.assay.core.bundle.Bundle;
import dev.assay.core.bundle.BundleManifest;
import dev.assay.core.bundle.Input;
import dev.assay.core.bundle.InputKind;
import dev.assay.core.example.Dataset;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.data.source.DatasetReader;
import dev.assay.data.source.DatasetSource;
import dev.assay.data.source.FeatureColumns;
import dev.assay.data.source.LabelColumns;
import dev.assay.data.source.RowSource;
import dev.assay.pipeline.experiment.Experiment;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Scores rows with a bundle, as its model is served. */
public final class RowScoring {

  private final Bundle bundle;
  private final LabelSchema wanted;
  private final Progress progress;

  /**
   * Scoring with a bundle.
   *
   * @param leftOut optional labels that are not asked for
   * @throws InvalidInputException where one of these is no optional label of the bundle, or none is
   *     left
   */
  public RowScoring(Bundle bundle, List<LeftOut> leftOut, Progress progress) {
    this.bundle = bundle;
    this.wanted = wanted(bundle.manifest(), leftOut);
    this.progress = progress;
  }

  private static LabelSchema wanted(BundleManifest manifest, List<LeftOut> leftOut) {
    Problems problems = new Problems();
    List<String> optional = manifest.optionalLabels();
    for (LeftOut one : leftOut) {
      if (!manifest.schema().names().contains(one.label())) {
        problems.add(
            one.where(),
            "'" + one.label() + "' is no label of the bundle.",
            "Take it out where it was retired. " + NearestName.advice(one.label(), optional));
      } else if (!optional.contains(one.label())) {
        problems.add(
            one.where(),
            "'" + one.label() + "' is no optional label of the bundle.",
            optional.isEmpty()
                ? "It has none; an experiment names them under 'labels.optional'."
                : "Its optional labels are " + String.join(", ", optional) + ".");
      }
    }
    Set<String> left = leftOut.stream().map(LeftOut::label).collect(Collectors.toSet());
    List<String> kept =
        manifest.schema().names().stream().filter(name -> !left.contains(name)).toList();
    if (kept.isEmpty()) {
      problems.add("left-out labels", "are all that the bundle has.", "Keep one.");
    }
    problems.throwIfAny();
    return new LabelSchema(manifest.schema().kind(), kept);
  }

  /**
   * Scores the rows that an experiment declares, with their truth and attributes.
   *
   * @param asOf the last day to know of; without it everything is known
   * @throws InvalidInputException where the data are wrong, lack an input of the model, or are of
   *     other labels
   */
  public Predictions score(Experiment experiment, Optional<LocalDate> asOf) {
    experiment.checkAsOf(asOf);
    Dataset rows = DatasetReader.read(experiment.data(), asOf, progress).dataset();
    if (!rows.schema().equals(bundle.manifest().schema())) {
      throw new InvalidInputException(
          experiment.file().toString(),
          "its labels are %s, those of the bundle %s."
              .formatted(words(rows.schema()), words(bundle.manifest().schema())),
          "Score with an experiment of the same labels, or a file of rows.");
    }
    return score(rows);
  }

  /**
   * Scores rows of which only the id and the inputs of the model are read, its groups where it
   * reads them; their truth is unknown.
   *
   * @param file a Parquet, CSV or JSON lines file
   * @param id the columns that make the id; empty for ids made from the content
   * @throws InvalidInputException where the file is wrong or lacks a column
   */
  public Predictions score(Path file, List<String> id) {
    Path path = file.toAbsolutePath();
    Path folder = Objects.requireNonNull(path.getParent());
    RowSource rows = new RowSource.Files(List.of(String.valueOf(path.getFileName())));
    BundleManifest manifest = bundle.manifest();
    DatasetSource source =
        DatasetSource.builder(folder, rows, new LabelColumns.Unlabelled(manifest.schema()))
            .id(id.toArray(String[]::new))
            .features(features(manifest.inputs()))
            .group(group(manifest.inputs()))
            .build();
    return score(DatasetReader.read(source, Optional.empty(), progress).dataset());
  }

  private static String words(LabelSchema schema) {
    return String.join(", ", schema.names()) + " (" + schema.kind() + ")";
  }

  private static FeatureColumns features(List<Input> inputs) {
    Set<String> texts =
        inputs.stream()
            .filter(input -> input.kind() == InputKind.TEXT)
            .map(Input::name)
            .collect(Collectors.toSet());
    List<String> features =
        inputs.stream().filter(input -> input.kind() != InputKind.GROUP).map(Input::name).toList();
    return new FeatureColumns(features, Set.of(), texts);
  }

  private static @Nullable String group(List<Input> inputs) {
    return inputs.stream()
        .filter(input -> input.kind() == InputKind.GROUP)
        .map(Input::name)
        .findFirst()
        .orElse(null);
  }

  private Predictions score(Dataset rows) {
    try (Scorer scorer = BundleScorers.served(bundle)) {
      return scorer.predict(rows).restrictedTo(wanted);
    }
  }
}
