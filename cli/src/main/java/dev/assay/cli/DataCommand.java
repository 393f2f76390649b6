package dev.assay.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code assay data}: the verbs that need no training. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = "Look at, split, freeze and make up data, without training.",
    subcommands = {
      DataCheckCommand.class,
      DataSplitCommand.class,
      DataHoldoutCommand.class,
      DataGenerateCommand.class
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
