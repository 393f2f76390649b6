package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.cli.console.ProgressDisplay;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.progress.Progress;
import dev.assay.data.predictions.PredictionsFile;
import dev.assay.pipeline.experiment.ExperimentReader;
import dev.assay.pipeline.run.RecordedBundles;
import dev.assay.pipeline.run.Registries;
import dev.assay.pipeline.scoring.Deployment;
import dev.assay.pipeline.scoring.LeftOut;
import dev.assay.pipeline.scoring.RowScoring;
import dev.assay.registry.Registry;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay predict}: scores rows with a bundle of the registry. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = {
      "Score rows with a bundle of the registry, calibrated, by the model that is served, and write"
          + " predictions that 'assay evaluate' reads.",
      "A bundle whose verdict is not to promote, or that was rolled back, is refused."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:a fault of Assay's own", "2:the input is wrong"},
    footerHeading = "%nExample:%n",
    footer = {
      "  assay predict champion today.csv --id country,day --out scores.csv",
      "  assay predict 02b77d23 weekly.yaml --unpromoted --out scores.parquet"
    })
final class PredictCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Parameters(
      index = "0",
      paramLabel = "BUNDLE",
      description = "'champion', or a bundle's hash, or its first digits.")
  private String bundle = RecordedBundles.CHAMPION;

  @Parameters(
      index = "1",
      paramLabel = "ROWS",
      description = {
        "An experiment file (.yaml), whose rows are scored with truth and attributes; or a CSV,"
            + " JSON lines or Parquet file, of which only the id and the model's inputs are read."
      })
  private Path rows = Path.of("rows.csv");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The predictions to write, .parquet or .csv.")
  private Path out = Path.of("predictions.parquet");

  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      split = ",",
      description = "The columns of a file that make the id. Default: made from the content.")
  private List<String> id = new ArrayList<>();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Of an experiment's rows, take those up to this day. Default: all.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--leave-out",
      paramLabel = "LABEL",
      split = ",",
      description = {
        "Optional labels of the bundle that are not asked for, besides those that deployment.yaml"
            + " of the home leaves out for everybody. Default: none."
      })
  private List<String> leftOut = new ArrayList<>();

  @Option(
      names = "--unpromoted",
      description =
          "Score with a bundle that was held, rolled back or never judged, to look at it.")
  private boolean unpromoted;

  @Override
  public Integer call() {
    PredictionsFile.checkWritable(out);
    Console console = common.console();
    boolean declared = isExperiment();
    checkOptions(declared);
    Optional<Path> experiment = declared ? Optional.of(rows) : Optional.empty();
    Registry registry = Registries.open(common.surroundings(experiment, Progress.SILENT));
    RecordedBundles bundles = new RecordedBundles(registry);
    String hash = unpromoted ? bundles.hash(bundle) : bundles.servable(bundle);
    Predictions predictions = score(registry, hash, declared, console);
    PredictionsFile.write(out, predictions);
    if (common.json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("bundle", hash);
      json.put("rows", predictions.size());
      json.put("labels", predictions.schema().names());
      json.put("file", out.toString());
      console.json(json);
    } else {
      console.line("scored %,d rows with %s".formatted(predictions.size(), hash));
      console.line("predictions in " + out);
    }
    return ExitCode.DONE.number();
  }

  private Predictions score(Registry registry, String hash, boolean declared, Console console) {
    try (ProgressDisplay progress = console.progress()) {
      RowScoring scoring =
          new RowScoring(registry.bundles().bundle(hash), leftOut(registry), progress);
      return declared
          ? scoring.score(ExperimentReader.read(rows), Optional.ofNullable(asOf))
          : scoring.score(rows, id);
    }
  }

  private List<LeftOut> leftOut(Registry registry) {
    List<LeftOut> all = new ArrayList<>(Deployment.of(registry.home()).leftOut());
    leftOut.forEach(label -> all.add(new LeftOut(label, "--leave-out")));
    return all;
  }

  private boolean isExperiment() {
    String name = rows.toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private void checkOptions(boolean declared) {
    if (declared && !id.isEmpty()) {
      throw new InvalidInputException(
          "--id", "is declared by the experiment already.", "Leave it out.");
    }
    if (!declared && asOf != null) {
      throw new InvalidInputException(
          "--as-of", "goes with an experiment, which declares a time.", "Leave it out.");
    }
  }
}
