package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandsPageTest {

  private static final Path PAGE = Path.of("../docs/commands.md");

  @Test
  void the_page_of_commands_has_a_line_and_an_example_for_every_verb() throws IOException {
    List<String> verbs = new ArrayList<>();
    addVerbs(Main.commandLine(), verbs);
    List<String> lines = Files.readAllLines(PAGE);

    assertThat(verbs).contains("assay run", "assay data check", "assay ledger learn");
    assertThat(verbs)
        .allSatisfy(
            verb ->
                assertThat(lines)
                    .anySatisfy(
                        line ->
                            assertThat(line)
                                .startsWith("| `" + verb + "` |")
                                .contains("| `" + verb + " ")));
  }

  /** Adds all verbs that do something; those that only hold others are left out. */
  private static void addVerbs(CommandLine command, List<String> verbs) {
    for (CommandLine verb : command.getSubcommands().values()) {
      if (!(verb.getCommand() instanceof DataCommand)) {
        verbs.add(verb.getCommandSpec().qualifiedName());
      }
      addVerbs(verb, verbs);
    }
  }
}
