package dev.assay.pipeline.run;

import dev.assay.core.comparison.Comparison;
import dev.assay.core.model.Exporter;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.Model;
import dev.assay.core.prediction.Predictions;
import dev.assay.core.prediction.Scores;
import dev.assay.pipeline.experiment.ExportDeclaration;
import dev.assay.pipeline.reporting.HeadlineMetric;
import dev.assay.pipeline.trial.Contender;
import dev.assay.pipeline.trial.Decided;
import dev.assay.pipeline.trial.Exported;
import dev.assay.pipeline.trial.SplitExamples;
import dev.assay.pipeline.trial.Variant;
import dev.assay.pipeline.trial.VariantTrial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stores trained weights in several precisions, each with thresholds of its own. */
final class ExportStage {

  /** Scores of a label that lie closer together than this tell no row from another. */
  private static final double CONSTANT = 1e-4;

  private final ExportDeclaration declared;
  private final TrainStage training;
  private final HeldOutPredictions predictions;
  private final SplitExamples split;

  ExportStage(
      ExportDeclaration declared,
      TrainStage training,
      HeldOutPredictions predictions,
      SplitExamples split) {
    this.declared = declared;
    this.training = training;
    this.predictions = predictions;
    this.split = split;
  }

  /** All precisions of trained weights; the caller closes them. */
  Exported export(Decided trained) {
    Exporter exporter =
        trained
            .fitted()
            .model()
            .exporter()
            .orElseThrow(() -> new IllegalStateException("The trainer exports nothing."));
    Scores whole = trained.fitted().model().score(split.validation());
    List<Variant> variants = new ArrayList<>();
    try {
      for (String precision : declared.precisions()) {
        variants.add(variant(trained, whole, exporter.in(precision), precision));
      }
      return new Exported(trained, variants, declared.serve());
    } catch (RuntimeException e) {
      variants.forEach(Variant::close);
      throw e;
    }
  }

  private Variant variant(Decided trained, Scores whole, Model model, String precision) {
    try {
      Map<String, String> facts = new LinkedHashMap<>(trained.fitted().facts());
      facts.put("precision", precision);
      Fitted fitted =
          new Fitted(
              model,
              validationScores(trained.fitted(), whole, model),
              trained.fitted().curves(),
              trained.fitted().importances(),
              facts,
              trained.fitted().tables(),
              trained.fitted().kept());
      return new Variant(precision, training.decide(fitted, trained.seed()));
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private Scores validationScores(Fitted trained, Scores whole, Model variant) {
    Scores crossFitted = trained.validationScores();
    return variant.weightsHash().equals(trained.model().weightsHash())
        ? crossFitted
        : VariantScores.of(
            variant.schema().kind(), crossFitted, whole, variant.score(split.validation()));
  }

  /** Holds every precision against the weights as they were trained. */
  List<VariantTrial> trials(Exported exported, ScoreStage scoring, Contender candidate) {
    Contender reference =
        new Contender("trained", exported.trained().scorer(), candidate.exposure());
    List<VariantTrial> trials = new ArrayList<>();
    for (Variant variant : exported.variants()) {
      Model model = variant.decided().fitted().model();
      Contender own =
          new Contender(model.weightsHash(), variant.decided().scorer(), candidate.exposure());
      List<Comparison> comparisons = scoring.compareLabels(own, reference);
      trials.add(
          new VariantTrial(
              variant.precision(),
              variant.precision().equals(declared.serve()),
              model.files().bytes(),
              model.weightsHash(),
              HeadlineMetric.of(variant.decided().validation().schema()),
              comparisons,
              constantLabels(own),
              declared.dropAtMost()));
    }
    return trials;
  }

  /** The labels for which a precision tells no row of the first held-out set from another. */
  private List<String> constantLabels(Contender variant) {
    List<String> constant = new ArrayList<>();
    if (split.heldOut().isEmpty() || split.heldOut().getFirst().examples().size() < 2) {
      return constant;
    }
    Predictions predicted = predictions.of(split.heldOut().getFirst(), variant);
    Scores scores = predicted.scores();
    for (int label = 0; label < scores.labels(); label++) {
      float lowest = Float.POSITIVE_INFINITY;
      float highest = Float.NEGATIVE_INFINITY;
      for (float score : scores.column(label)) {
        lowest = Math.min(lowest, score);
        highest = Math.max(highest, score);
      }
      if (highest - lowest < CONSTANT) {
        constant.add(predicted.schema().names().get(label));
      }
    }
    return constant;
  }
}
