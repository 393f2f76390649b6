package dev.assay.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code assay data}: the verbs that put nothing on trial. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = "Look at, split, freeze, make up and audit data, with nothing put on trial.",
    subcommands = {
      DataCheckCommand.class,
      DataSplitCommand.class,
      DataHoldoutCommand.class,
      DataGenerateCommand.class,
      DataAuditCommand.class,
      DataVectorsCommand.class
    },
    commandListHeading = "%nVerbs:%n",
    footerHeading = "%nExample:%n",
    footer = {"  assay data check experiment.yaml"})
final class DataCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
