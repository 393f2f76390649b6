package dev.assay.trees.average;

import dev.assay.core.example.Dataset;
import dev.assay.core.fingerprint.StableHash;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.FittedTable;
import dev.assay.core.model.LearningCurve;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Setting;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainerChoice;
import dev.assay.core.model.TrainingContext;
import dev.assay.core.model.TrainingData;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.core.problem.Problems;
import dev.assay.trees.average.AverageModel.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Trainer {@code average}: several models, each trained by itself on the same data, whose scores
 * are averaged: what scikit-learn calls soft voting, and for members that differ in their seed
 * alone a deep ensemble (Lakshminarayanan, Pritzel and Blundell, NeurIPS 2017). Training and
 * scoring take as long as those of all members together.
 */
public final class AverageTrainer implements Trainer {

  private static final Setting.InnerTrainers MEMBERS =
      new Setting.InnerTrainers(
          "members",
          "The models whose scores are averaged, each with a seed of its own.",
          "xgboost",
          2);

  /** A trainer, as {@link java.util.ServiceLoader} makes it. */
  public AverageTrainer() {}

  @Override
  public String name() {
    return "average";
  }

  @Override
  public List<Setting> settings() {
    return List.of(MEMBERS);
  }

  private static List<TrainerChoice> members(Settings settings) {
    return settings.trainers(MEMBERS.name());
  }

  /** Those of its members that have several forms: the precisions that all of these have. */
  @Override
  public List<String> precisions(Settings settings) {
    Set<String> common = new LinkedHashSet<>();
    for (TrainerChoice member : members(settings)) {
      List<String> own = member.trainer().precisions(member.settings());
      if (common.isEmpty()) {
        common.addAll(own);
      } else if (!own.isEmpty()) {
        common.retainAll(own);
      }
    }
    return List.copyOf(common);
  }

  /** {@inheritDoc} What several members say of the data is said once. */
  @Override
  public void check(TrainingData data, Settings settings, long seed) {
    Set<Problem> found = new LinkedHashSet<>();
    List<TrainerChoice> members = members(settings);
    for (int i = 0; i < members.size(); i++) {
      TrainerChoice member = members.get(i);
      try {
        member.trainer().check(data, member.settings(), seed(seed, i));
      } catch (InvalidInputException e) {
        found.addAll(e.problems());
      }
    }
    Problems problems = new Problems();
    problems.addAll(List.copyOf(found));
    problems.throwIfAny();
  }

  /** The first member has the seed of the training, so that alone it would be the same model. */
  private static long seed(long seed, int member) {
    return member == 0 ? seed : StableHash.combine(seed, member) & Integer.MAX_VALUE;
  }

  @Override
  public Fitted train(TrainingData data, Settings settings, long seed, TrainingContext context) {
    check(data, settings, seed);
    return all(
        settings,
        context,
        (i, member, own) -> member.trainer().train(data, member.settings(), seed(seed, i), own));
  }

  /** {@inheritDoc} Every member is trained on all rows as its trainer does. */
  @Override
  public Fitted refit(
      Dataset all, Settings settings, Fitted judged, long seed, TrainingContext context) {
    if (!(judged.model() instanceof AverageModel model)) {
      throw new IllegalArgumentException("The judged model is no average.");
    }
    return all(
        settings,
        context,
        (i, member, own) -> {
          Fitted of =
              new Fitted(
                  model.members().get(i).model(),
                  judged.validationScores(),
                  List.of(),
                  List.of(),
                  Map.of());
          return member.trainer().refit(all, member.settings(), of, seed(seed, i), own);
        });
  }

  /** How one member is trained. */
  @FunctionalInterface
  private interface Training {
    Fitted of(int number, TrainerChoice member, TrainingContext context);
  }

  private static Fitted all(Settings settings, TrainingContext context, Training training) {
    List<TrainerChoice> members = members(settings);
    List<Fitted> trained = new ArrayList<>();
    try {
      for (int i = 0; i < members.size(); i++) {
        TrainingContext own =
            new TrainingContext(
                context.progress().named("member %d of %d".formatted(i + 1, members.size())),
                context.checkpoints().within("member-" + (i + 1)),
                Optional.empty());
        trained.add(alone(training.of(i, members.get(i), own)));
      }
      return together(members, trained);
    } catch (RuntimeException e) {
      trained.forEach(one -> one.model().close());
      throw e;
    }
  }

  /** Without what it kept beside its model, which an average does not keep and may be large. */
  private static Fitted alone(Fitted member) {
    return new Fitted(
        member.model(),
        member.validationScores(),
        member.curves(),
        member.importances(),
        member.facts(),
        member.tables());
  }

  private static Fitted together(List<TrainerChoice> members, List<Fitted> trained) {
    List<Member> models = new ArrayList<>();
    List<LearningCurve> curves = new ArrayList<>();
    Map<String, String> facts = new LinkedHashMap<>();
    List<FittedTable> tables = new ArrayList<>();
    for (int i = 0; i < trained.size(); i++) {
      Fitted one = trained.get(i);
      String trainer = members.get(i).trainer().name();
      String name = "member " + (i + 1);
      models.add(new Member(trainer, one.model()));
      one.curves().stream().map(curve -> curve.of(name)).forEach(curves::add);
      facts.put(name, trainer);
      one.facts().forEach((fact, value) -> facts.put(name + ": " + fact, value));
      one.tables().stream()
          .map(
              table ->
                  new FittedTable(
                      name.replace(' ', '-') + "-" + table.name(),
                      table.caption() + " (" + name + ")",
                      table.reading(),
                      table.columns(),
                      table.rows()))
          .forEach(tables::add);
    }
    Model model = AverageModel.of(models);
    return new Fitted(
        model,
        MeanScores.of(trained.stream().map(Fitted::validationScores).toList()),
        curves,
        // How much two members use an input is not on one scale.
        List.of(),
        facts,
        tables);
  }

  @Override
  public Model read(ModelFiles files) {
    return AverageModel.read(files);
  }
}
