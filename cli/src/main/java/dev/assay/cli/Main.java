package dev.assay.cli;

import dev.assay.cli.console.Failures;
import dev.assay.cli.console.MemoryShortage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code assay} command: prints its help where no verb is given. */
@Command(
    name = "assay",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Trains classifiers, tests every candidate against the model in production, and promotes it"
          + " only when the evidence says so."
    },
    subcommands = {
      InitCommand.class,
      RunCommand.class,
      DataCommand.class,
      EvaluateCommand.class,
      CompareCommand.class,
      GateCommand.class,
      TuneCommand.class,
      SuiteCommand.class,
      TrainCommand.class,
      PredictCommand.class,
      PromoteCommand.class,
      RollbackCommand.class,
      NoiseCommand.class,
      HistoryCommand.class,
      LedgerCommand.class,
      GcCommand.class,
      DoctorCommand.class
    },
    commandListHeading = "%nVerbs:%n",
    footer = {"", "assay VERB --help says more about each, with an example."})
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  private Main() {}

  /**
   * Runs the command and ends the process with its exit code.
   *
   * @param arguments the words after {@code assay}
   */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command with all its verbs. */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(new Failures())
        .setExecutionStrategy(new MemoryShortage())
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** The versions of Assay and of the Java that runs it. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {
        "assay %s".formatted(version == null ? "(not packaged)" : version),
        "Java %s".formatted(Runtime.version())
      };
    }
  }
}
