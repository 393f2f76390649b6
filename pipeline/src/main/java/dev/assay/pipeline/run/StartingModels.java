package dev.assay.pipeline.run;

import dev.assay.core.bundle.Bundle;
import dev.assay.core.bundle.RowHashes;
import dev.assay.core.bundle.TrainingExposure;
import dev.assay.core.example.Dataset;
import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.model.EarlierModel;
import dev.assay.core.model.KeptModel;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import dev.assay.pipeline.reporting.KeptFolder;
import dev.assay.registry.Registry;
import dev.assay.registry.run.RunRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the models of recorded runs that trainings go on from: the judged model of a run, or what
 * it kept beside that. It is the judged one also where another was trained on all rows to be
 * served: what that one has seen leaves nothing to judge by.
 */
final class StartingModels {

  /** What a run kept, such as {@code moderation-3fa81b7c/phase-1}; no id has a slash. */
  private static final Pattern OF_RUN = Pattern.compile("(.+)/(" + KeptModel.NAME + ")");

  private final Registry registry;

  StartingModels(Registry registry) {
    this.registry = registry;
  }

  /**
   * The model that settings go on from; empty where they name no run.
   *
   * @throws InvalidInputException where there is no such run, or its model is another trainer's
   */
  Optional<EarlierModel> model(Trainer trainer, Settings settings) {
    return start(settings)
        .map(
            start -> {
              Bundle bundle = bundle(start.run());
              String other = bundle.manifest().trainer();
              if (!other.equals(trainer.name())) {
                throw new InvalidInputException(
                    Settings.CONTINUE_FROM,
                    "the run '%s' trained by '%s', not by '%s'."
                        .formatted(start.run(), other, trainer.name()),
                    "Name a run of the same trainer.");
              }
              return start
                  .kept()
                  .map(
                      kept ->
                          new EarlierModel(
                              "%s of run %s".formatted(words(kept), start.run()),
                              files(start.run(), kept)))
                  .orElseGet(() -> new EarlierModel("run " + start.run(), bundle.gated().files()));
            });
  }

  private ModelFiles files(String run, String kept) {
    String folder = registry.runs().run(run).orElseThrow().folder();
    return KeptFolder.of(registry.home().resolve(folder), kept)
        .read()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Settings.CONTINUE_FROM,
                    "the run '%s' has no weights of %s.".formatted(run, words(kept)),
                    "It keeps those of each phase but the last with 'keep: { phases: true }', and"
                        + " of its best epochs with 'keep: { best: 3 }'; the run itself is the"
                        + " model that was judged."));
  }

  private static String words(String kept) {
    return kept.replace('-', ' ');
  }

  /** What the model that settings go on from has seen. */
  Optional<TrainingExposure> exposure(Settings settings) {
    return start(settings).map(start -> bundle(start.run()).gated().exposure());
  }

  /**
   * Checks that what stops training and chooses cuts was not trained on by the model that is gone
   * on from, wherever the parts come from now.
   *
   * @param common the ids of rows whose content identifies nobody
   * @throws InvalidInputException where it was
   */
  void checkValidation(Settings settings, Dataset validation, Set<String> common) {
    Optional<String> id = start(settings).map(Start::run);
    if (id.isPresent()
        && bundle(id.get()).gated().exposure() instanceof TrainingExposure.Known seen) {
      long rows = learned(seen.learned(), validation, common);
      if (rows > 0) {
        throw new InvalidInputException(
            Settings.CONTINUE_FROM,
            "%d of %d validation rows may have been trained on by the run '%s', whose parts may have been others."
                .formatted(rows, validation.size(), id.get()),
            "Keep the parts of that run, or go on from another.");
      }
    }
  }

  private static long learned(RowHashes learned, Dataset validation, Set<String> common) {
    long[] contents = validation.inputHashes();
    return IntStream.range(0, validation.size())
        .filter(
            row -> {
              String id = validation.attributes().id(row);
              return learned.ids().contains(StableHash.of(id))
                  || (!common.contains(id) && learned.contents().contains(contents[row]));
            })
        .count();
  }

  /**
   * What is gone on from.
   *
   * @param kept what else than its judged model, as {@link KeptModel} names it
   */
  private record Start(String run, Optional<String> kept) {}

  private static Optional<Start> start(Settings settings) {
    return settings
        .startsFrom()
        .map(
            said -> {
              Matcher ofRun = OF_RUN.matcher(said);
              return ofRun.matches()
                  ? new Start(ofRun.group(1), Optional.of(ofRun.group(2)))
                  : new Start(said, Optional.empty());
            });
  }

  private Bundle bundle(String id) {
    String candidate =
        registry.runs().run(id).map(RunRecord::candidate).orElseThrow(() -> unknown(id));
    if (!registry.bundles().has(candidate)) {
      throw new InvalidInputException(
          Settings.CONTINUE_FROM,
          "the model of the run '" + id + "' was cleared.",
          "Name a later run, or train that one again.");
    }
    return registry.bundles().bundle(candidate);
  }

  private InvalidInputException unknown(String id) {
    List<String> known = registry.runs().all().stream().map(RunRecord::runId).toList();
    return new InvalidInputException(
        Settings.CONTINUE_FROM,
        "there is no run '" + id + "' with a model on record.",
        known.isEmpty() ? "No run is." : NearestName.advice(id, known));
  }
}
