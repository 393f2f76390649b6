package dev.assay.cli;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.pipeline.experiment.DecisionDeclaration;
import dev.assay.pipeline.predictions.Cuts;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how the scores of each side become decisions. */
final class SideCutOptions {

  @Option(
      names = "--candidate-cut",
      paramLabel = "CUT",
      description = "The candidate's cut: a number, or LABEL=CUT,... Default: 0.5.")
  private @Nullable String candidateCut;

  @Option(
      names = "--champion-cut",
      paramLabel = "CUT",
      description = "The champion's cut, in the same way.")
  private @Nullable String championCut;

  @Option(
      names = "--candidate-validation",
      paramLabel = "FILE",
      description = "Choose the candidate's cuts on its validation predictions.")
  private @Nullable Path candidateValidation;

  @Option(
      names = "--champion-validation",
      paramLabel = "FILE",
      description = "Choose the champion's cuts on its validation predictions.")
  private @Nullable Path championValidation;

  /** The candidate's cuts; where they are chosen, for this. */
  Cuts candidate(DecisionDeclaration decision) {
    return cuts("candidate", candidateCut, candidateValidation, decision);
  }

  /** The champion's cuts; where they are chosen, for this. */
  Cuts champion(DecisionDeclaration decision) {
    return cuts("champion", championCut, championValidation, decision);
  }

  private static Cuts cuts(
      String side,
      @Nullable String given,
      @Nullable Path validation,
      DecisionDeclaration decision) {
    String option = "--" + side + "-cut";
    if (given != null && validation != null) {
      throw new InvalidInputException(
          option, "stands beside --" + side + "-validation.", "Keep one of them.");
    }
    if (validation != null) {
      return new Cuts.ChosenOn(validation, decision);
    }
    if (given == null) {
      return new Cuts.Standard();
    }
    return given.contains("=")
        ? new Cuts.ByLabel(byLabel(option, given))
        : new Cuts.Uniform(number(option, given));
  }

  private static Map<String, Double> byLabel(String option, String given) {
    Map<String, Double> cuts = new TreeMap<>();
    for (String item : given.split(",", -1)) {
      int equals = item.lastIndexOf('=');
      if (equals < 1) {
        throw new InvalidInputException(
            option, "'" + item + "' is no LABEL=CUT.", "Write spam=0.3,threat=0.45.");
      }
      cuts.put(item.substring(0, equals), number(option, item.substring(equals + 1)));
    }
    return cuts;
  }

  private static double number(String option, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          option, "'" + text + "' is no number.", "Write a number from 0 to 1.");
    }
  }
}
