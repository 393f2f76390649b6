package dev.assay.pipeline.scoring;

import dev.assay.core.problem.Problems;
import dev.assay.pipeline.yaml.Section;
import dev.assay.pipeline.yaml.YamlFile;
import dev.assay.pipeline.yaml.YamlValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What holds for everything that is served from one home, whoever asks. It is no part of any
 * bundle: the same bundle can be served with a label in one place and without it in another. A
 * label that a bundle does not have is refused when it is to be served, since a misspelt one would
 * else be given to everybody.
 *
 * @param leftOut optional labels that nobody gets here
 */
public record Deployment(List<LeftOut> leftOut) {

  private static final String FILE = "deployment.yaml";

  /** Copies the list. */
  public Deployment {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Reads {@code deployment.yaml} of a home; without that file nothing is left out.
   *
   * @throws dev.assay.core.problem.InvalidInputException with all that is wrong with it
   */
  public static Deployment of(Path home) {
    Path file = home.resolve(FILE);
    if (!Files.exists(file)) {
      return new Deployment(List.of());
    }
    Problems problems = new Problems();
    YamlValue.Mapping mapping = YamlFile.parse(file.toString(), YamlFile.text(file), problems);
    Section top = new Section(mapping, "", problems);
    String where = top.value("leave_out").map(YamlValue::place).orElse(file.toString());
    List<LeftOut> leftOut =
        top.texts("leave_out").stream().map(label -> new LeftOut(label, where)).toList();
    top.done();
    problems.throwIfAny();
    return new Deployment(leftOut);
  }
}
