package dev.assay.cli;

import dev.assay.cli.console.Console;
import dev.assay.cli.console.ExitCode;
import dev.assay.cli.console.ProgressDisplay;
import dev.assay.core.problem.Problems;
import dev.assay.data.holdout.BlockDraw;
import dev.assay.data.holdout.HoldoutDraw;
import dev.assay.data.holdout.HoldoutMetadata;
import dev.assay.data.holdout.RowDraw;
import dev.assay.pipeline.data.DaySelection;
import dev.assay.pipeline.data.HoldoutFreezing;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.yaml.Quantity;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay data holdout}: freezes rows as a holdout. */
@Command(
    name = "holdout",
    mixinStandardHelpOptions = true,
    description = {
      "Freeze rows of an experiment's data as a holdout that stays the same from run to run.",
      "Rows without a known label are left out. Training loses the rows of a holdout and the days"
          + " around them, so a draw takes them out of few blocks of a group and some weeks."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay data holdout weekly.yaml --name april --last 60d --as-of 2026-04-30",
      "  assay data holdout weekly.yaml --name legacy --to 2025-12-31 --sample 1462 "
          + "--positive-rate 0.0691",
      "  assay data holdout weekly.yaml --name years --from 2019-01-01 --to 2023-12-24 "
          + "--blocks 0.08"
    })
final class DataHoldoutCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Mixin private ExperimentArguments arguments;

  @Option(names = "--name", required = true, paramLabel = "NAME", description = "Its name.")
  private String name = "";

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where NAME.parquet and NAME.json go. Default: holdouts beside EXPERIMENT.")
  private @Nullable Path out;

  @Option(names = "--from", paramLabel = "DATE", description = "The first day.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "The last day.")
  private @Nullable LocalDate to;

  @Option(
      names = "--last",
      paramLabel = "DAYS",
      description = "The last days up to the as-of day, such as 60d, instead of --from and --to.")
  private @Nullable String last;

  @ArgGroup private @Nullable Size size;

  @Option(
      names = "--positive-rate",
      paramLabel = "R",
      description = "Share of --sample that is positive, 0..1. Default: as the blocks hold them.")
  private @Nullable Double positiveRate;

  @Option(
      names = "--block",
      paramLabel = "DAYS",
      description = "The length of a block. Default: ${DEFAULT-VALUE}.",
      defaultValue = HoldoutDraw.STANDARD_BLOCK_DAYS + "d")
  private String block = HoldoutDraw.STANDARD_BLOCK_DAYS + "d";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed, another draw. Default: ${DEFAULT-VALUE}.",
      defaultValue = "0")
  private long seed;

  /** How much is drawn. */
  static final class Size {
    @Option(
        names = "--sample",
        paramLabel = "N",
        description = "Draw N rows out of as few blocks as hold enough of them.")
    private @Nullable Integer rows;

    @Option(
        names = "--blocks",
        paramLabel = "SHARE",
        description = "Draw each block with this chance, 0..1, with all its rows.")
    private @Nullable Double blocks;
  }

  @Override
  public Integer call() {
    Problems problems = new Problems();
    DaySelection days = days(problems);
    Optional<HoldoutDraw> draw = draw(problems);
    if (problems.isEmpty() && days instanceof DaySelection.All && draw.isEmpty()) {
      problems.add(
          "data holdout",
          "nothing says which rows to freeze.",
          "Say --last, --from and --to, --sample or --blocks.");
    }
    problems.throwIfAny();
    Experiment experiment = arguments.read();
    Path folder = out == null ? experiment.folder().resolve("holdouts") : out;
    Console console = common.console();
    HoldoutFreezing.Frozen frozen;
    try (ProgressDisplay progress = console.progress()) {
      frozen =
          new HoldoutFreezing(experiment, progress)
              .freeze(folder, name, days, draw, arguments.asOf());
    }
    if (common.json()) {
      console.json(json(frozen));
    } else {
      print(console, experiment, frozen);
    }
    return ExitCode.DONE.number();
  }

  private DaySelection days(Problems problems) {
    if (last != null) {
      int count = wholeDays("--last", last, problems);
      if (from != null || to != null) {
        problems.add("--last", "stands beside --from or --to.", "Keep one of both.");
      }
      return new DaySelection.Last(count);
    }
    if (from == null && to == null) {
      return new DaySelection.All();
    }
    if (from != null && to != null && to.isBefore(from)) {
      problems.add("--to", "is " + to + ", before --from, " + from + ".", "Swap them.");
      return new DaySelection.All();
    }
    return new DaySelection.Between(Optional.ofNullable(from), Optional.ofNullable(to));
  }

  private static int wholeDays(String option, String text, Problems problems) {
    Optional<Integer> days = Quantity.days(text).filter(count -> count >= 1);
    if (days.isEmpty()) {
      problems.add(option, "is '" + text + "'.", "Write whole days, such as 60d or 8w.");
    }
    return days.orElse(1);
  }

  private Optional<HoldoutDraw> draw(Problems problems) {
    int blockDays = wholeDays("--block", block, problems);
    checkShare("--positive-rate", positiveRate, problems);
    if (positiveRate != null && (size == null || size.rows == null)) {
      problems.add("--positive-rate", "goes with --sample only.", "Add --sample, or remove it.");
    }
    if (size == null) {
      return Optional.empty();
    }
    if (size.rows != null) {
      if (size.rows < 1) {
        problems.add("--sample", "is " + size.rows + ".", "Draw at least one row.");
      }
      OptionalDouble rate =
          positiveRate == null ? OptionalDouble.empty() : OptionalDouble.of(positiveRate);
      int rows = size.rows;
      return checked(problems, () -> new RowDraw(rows, rate, blockDays, seed));
    }
    checkShare("--blocks", size.blocks, problems);
    double share = size.blocks == null ? 1 : size.blocks;
    return checked(problems, () -> new BlockDraw(share, blockDays, seed));
  }

  private static void checkShare(String option, @Nullable Double share, Problems problems) {
    if (share != null && !(share >= 0 && share <= 1)) {
      problems.add(option, "is " + share + ".", "Write a share between 0 and 1.");
    }
  }

  private static Optional<HoldoutDraw> checked(Problems problems, Supplier<HoldoutDraw> draw) {
    return problems.isEmpty() ? Optional.of(draw.get()) : Optional.empty();
  }

  private static void print(Console console, Experiment experiment, HoldoutFreezing.Frozen frozen) {
    HoldoutMetadata metadata = frozen.metadata();
    List<List<Cell>> rows = new ArrayList<>();
    for (HoldoutMetadata.LabelCount count : metadata.labels()) {
      rows.add(
          List.of(
              Cell.text(count.label()),
              Cell.text("%,d".formatted(count.known())),
              Cell.text("%,d".formatted(count.positives())),
              Cell.text(
                  count.positiveRate().isPresent()
                      ? "%.1f%%".formatted(100 * count.positiveRate().getAsDouble())
                      : "")));
    }
    console.line("Froze %,d rows in %s".formatted(metadata.rows(), frozen.file()));
    console.line("  from " + metadata.createdFrom());
    metadata
        .firstDay()
        .ifPresent(
            day ->
                console.line(
                    "  days %s to %s, %d groups"
                        .formatted(day, metadata.lastDay().orElse(day), metadata.groups())));
    if (frozen.unknownRows() > 0) {
      console.line("  left out: %,d rows without a known label".formatted(frozen.unknownRows()));
    }
    console.table(
        new Block.Table("labels", "Labels", List.of("label", "known", "positives", "rate"), rows));
    console.line("");
    console.line("Declare it in the experiment file:");
    console.line("  holdouts:");
    console.line(
        "    %s: { frozen: %s }".formatted(metadata.name(), relative(experiment, frozen.file())));
  }

  private static Path relative(Experiment experiment, Path file) {
    Path folder = experiment.folder().toAbsolutePath().normalize();
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(folder) ? folder.relativize(absolute) : absolute;
  }

  private static Map<String, Object> json(HoldoutFreezing.Frozen frozen) {
    HoldoutMetadata metadata = frozen.metadata();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", metadata.name());
    json.put("file", frozen.file().toString());
    json.put("rows", metadata.rows());
    json.put("rows_left_out", frozen.unknownRows());
    List<Map<String, Object>> labels = new ArrayList<>();
    for (HoldoutMetadata.LabelCount count : metadata.labels()) {
      Map<String, Object> label = new LinkedHashMap<>();
      label.put("label", count.label());
      label.put("known", count.known());
      label.put("positives", count.positives());
      labels.add(label);
    }
    json.put("labels", labels);
    json.put("first_day", metadata.firstDay().map(LocalDate::toString).orElse(null));
    json.put("last_day", metadata.lastDay().map(LocalDate::toString).orElse(null));
    json.put("groups", metadata.groups());
    json.put("sha256", metadata.sha256());
    json.put("fingerprint", metadata.fingerprint());
    json.put("created_from", metadata.createdFrom());
    return json;
  }
}
