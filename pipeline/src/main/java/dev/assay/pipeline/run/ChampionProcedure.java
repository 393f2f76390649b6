package dev.assay.pipeline.run;

import dev.assay.core.bundle.BundleManifest;
import dev.assay.core.model.SettingPlaces;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.Trainers;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import dev.assay.core.problem.Problems;
import dev.assay.pipeline.experiment.DecisionDeclaration;
import dev.assay.pipeline.experiment.Experiment;
import dev.assay.pipeline.experiment.ExperimentReader;
import dev.assay.pipeline.fold.Procedure;
import dev.assay.registry.Registry;
import dev.assay.registry.run.RunRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration that the champion came from, to be trained anew without each group. Trainer,
 * settings and seed are those that its bundle tells; how its cuts were chosen is told by the
 * experiment file of the run that made it.
 */
final class ChampionProcedure {

  private ChampionProcedure() {}

  /**
   * The champion's procedure.
   *
   * @param champion the hash of its bundle
   * @param now the present experiment: its way to choose cuts is taken where no run on record made
   *     the champion, as for a baseline or a bundle that was trained and promoted by hand
   * @throws InvalidInputException where its trainer is not there, or does not take its settings any
   *     more
   */
  static Procedure of(String champion, Registry registry, Experiment now) {
    BundleManifest manifest = registry.bundles().manifest(champion);
    String place = place(champion);
    Map<String, Trainer> trainers = Trainers.byName();
    Trainer trainer = trainers.get(manifest.trainer());
    if (trainer == null) {
      throw new InvalidInputException(
          place,
          "was trained by '" + manifest.trainer() + "', which is not there.",
          NearestName.advice(manifest.trainer(), trainers.keySet()));
    }
    Problems problems = new Problems();
    SettingPlaces places = SettingPlaces.all(place).in(now.folder().toString());
    Set<String> former = now.data().migration().former();
    Settings settings =
        Settings.resolve(
            trainer.settings(), withoutWeights(manifest.settings(), former), places, problems);
    problems.throwIfAny();
    return new Procedure(
        trainer, settings, manifest.seed(), decision(champion, registry, now).without(former));
  }

  /** Settings without weights of labels that are no more, those of inner trainers too. */
  static Map<String, Object> withoutWeights(Map<?, ?> settings, Set<String> former) {
    Map<String, Object> kept = new LinkedHashMap<>();
    settings.forEach(
        (name, value) -> {
          if (name.equals(Settings.POSITIVE_WEIGHTS) && value instanceof Map<?, ?> weights) {
            Map<String, Object> ofToday = new LinkedHashMap<>();
            weights.forEach((label, weight) -> ofToday.put(String.valueOf(label), weight));
            ofToday.keySet().removeAll(former);
            kept.put(String.valueOf(name), ofToday);
          } else {
            kept.put(String.valueOf(name), withoutWeights(value, former));
          }
        });
    return kept;
  }

  private static Object withoutWeights(Object value, Set<String> former) {
    return switch (value) {
      case Map<?, ?> map -> withoutWeights(map, former);
      case List<?> list ->
          list.stream().map(item -> withoutWeights((Object) item, former)).toList();
      default -> value;
    };
  }

  /**
   * As {@link #of}, to be trained anew without groups.
   *
   * @throws InvalidInputException where its weights, or those that they start from, may have seen
   *     these groups, too
   */
  static Procedure leavingOut(String champion, Registry registry, Experiment now) {
    Procedure procedure = of(champion, registry, now);
    Optional<String> seen = procedure.trainer().seenBefore(procedure.settings());
    if (seen.isPresent()) {
      throw new InvalidInputException(
          place(champion),
          "cannot be trained anew without the groups that are left out: " + seen.get() + ".",
          "Take the holdouts of left-out groups out, or promote a champion that is trained from its"
              + " beginning.");
    }
    return procedure;
  }

  private static String place(String champion) {
    return "champion " + champion.substring(0, 12);
  }

  private static DecisionDeclaration decision(String hash, Registry registry, Experiment now) {
    Optional<RunRecord> maker =
        registry.runs().all().stream()
            .filter(run -> hash.equals(run.candidate()))
            .reduce((earlier, later) -> later);
    return maker
        .map(run -> ExperimentReader.parse(now.file(), run.experimentText()).decision())
        .orElseGet(now::decision);
  }
}
