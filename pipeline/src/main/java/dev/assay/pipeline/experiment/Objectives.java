package dev.assay.pipeline.experiment;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.threshold.Objective;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The objectives that have a name: {@code f1} and the other F-betas. */
public final class Objectives {

  private static final Pattern F_BETA = Pattern.compile("f(\\d+(?:\\.\\d+)?)");

  private Objectives() {}

  /**
   * The objective of a name.
   *
   * @param where how the user would look the name up
   * @throws InvalidInputException where there is no such objective
   */
  public static Objective named(String where, String name) {
    return parse(name)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    where, "'" + name + "' is no objective.", "Write f1, f0.5, f2 or so."));
  }

  static Optional<Objective> parse(String name) {
    Matcher matcher = F_BETA.matcher(name);
    return matcher.matches()
        ? Optional.of(Double.parseDouble(matcher.group(1)))
            .filter(beta -> beta > 0 && Double.isFinite(beta))
            .map(Objective.FBeta::new)
        : Optional.empty();
  }
}
