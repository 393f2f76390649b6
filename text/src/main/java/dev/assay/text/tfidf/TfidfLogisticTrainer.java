package dev.assay.text.tfidf;

import dev.assay.core.example.Dataset;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Setting;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Target;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingContext;
import dev.assay.core.model.TrainingData;
import dev.assay.text.input.TextInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trainer {@code tfidf-logistic}: logistic regression with an L2 penalty on the weights and none on
 * the intercept, on the tf-idf weights of runs of words and, where asked for, of characters. What
 * any encoder must beat. The definitions are those of scikit-learn's {@code TfidfVectorizer} and
 * {@code LogisticRegression}, but that {@code most_features} keeps the terms that stand in most
 * texts, not those that stand most often.
 *
 * <p>Each label is a regression of its own, on the rows where it is known; the scores of a
 * multiclass schema are those of one class against the rest, divided by their sum. Nothing is
 * picked on validation, and nothing is random.
 */
public final class TfidfLogisticTrainer implements Trainer {

  /** A trainer, as {@link java.util.ServiceLoader} makes it. */
  public TfidfLogisticTrainer() {}

  @Override
  public String name() {
    return "tfidf-logistic";
  }

  @Override
  public List<Setting> settings() {
    return TfidfSettings.ALL;
  }

  @Override
  public void check(TrainingData data, Settings settings, long seed) {
    new TfidfSettings(settings).input(data.train());
    Target.requireBothSides(data.train().labels());
  }

  @Override
  public Fitted train(TrainingData data, Settings settings, long seed, TrainingContext context) {
    check(data, settings, seed);
    TfidfSettings asked = new TfidfSettings(settings);
    Dataset train = data.train();
    TextInput input = asked.input(train);
    List<String> texts = input.read(train, "training data");
    context.progress().report("reading terms", 0, 1);
    TfidfFeatures features = asked.features(texts);
    SparseRows rows = features.rows(texts);
    LabelFits fits =
        new LabelFits(rows, features.width(), asked.inversePenalty(), asked.weighting());
    context.progress().report("reading terms", 1, 1);
    LabelWeights weights =
        fits.fit(Target.byLabel(train.labels()), asked.threads(), context.progress());
    TfidfLogisticModel model = new TfidfLogisticModel(train.schema(), input, features, weights);
    return new Fitted(
        model,
        model.score(data.validation()),
        List.of(),
        List.of(),
        facts(features, rows),
        List.of(TellingTerms.of(model)));
  }

  private static Map<String, String> facts(TfidfFeatures features, SparseRows rows) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (Vocabulary vocabulary : features.vocabularies()) {
      String kind =
          switch (vocabulary.kind()) {
            case Terms.Words w -> "runs of words";
            case Terms.Characters c -> "runs of characters";
          };
      facts.put(kind, String.valueOf(vocabulary.size()));
    }
    facts.put("training texts without a known term", String.valueOf(rows.emptyRows()));
    return facts;
  }

  @Override
  public Model read(ModelFiles files) {
    return TfidfFiles.read(files);
  }
}
