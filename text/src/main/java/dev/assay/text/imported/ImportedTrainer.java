package dev.assay.text.imported;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.model.Fitted;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Setting;
import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.TrainingContext;
import dev.assay.core.model.TrainingData;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import dev.assay.text.input.TextInput;
import dev.assay.text.internal.StoredDocument;
import dev.assay.text.internal.StoredSchema;
import dev.assay.text.onnx.ForeignOutputs;
import dev.assay.text.tokenise.Tokens;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trainer {@code onnx}: takes a text classifier that another program trained as it is. It learns
 * nothing; thresholds, suites, gates and bundles are those of every candidate. What it was trained
 * on nobody knows, and verdicts say so.
 */
public final class ImportedTrainer implements Trainer {

  private static final Setting MODEL =
      new Setting.Folder(
          "model", "The folder with model.onnx, tokenizer.json and config.json.", List.of(), "");
  private static final Setting MAX_LENGTH =
      new Setting.Whole(
          "max_length", "How many tokens of a text are read; the rest is cut off.", 4, 8192, 128L);
  private static final String LOGITS = "logits";
  private static final Setting OUTPUTS =
      new Setting.Choice(
          "outputs",
          "What the model gives: logits, of which Assay takes sigmoid or softmax, or scores"
              + " already.",
          List.of(LOGITS, "probabilities"),
          LOGITS);
  private static final Setting BATCH =
      new Setting.Whole(
          "batch",
          "How many texts are scored together; 1 for int8 models whose scores depend on the texts"
              + " beside them.",
          1,
          1024,
          32L);

  /** A trainer, as {@link java.util.ServiceLoader} makes it. */
  public ImportedTrainer() {}

  @Override
  public String name() {
    return "onnx";
  }

  @Override
  public List<Setting> settings() {
    return List.of(MODEL, TextInput.SETTING, MAX_LENGTH, OUTPUTS, BATCH);
  }

  @Override
  public Optional<String> trainedElsewhere(Settings settings) {
    return Optional.of("the model was trained by another program");
  }

  @Override
  public List<String> materials(Settings settings) {
    return folder(settings).files().stream().map(Path::toString).toList();
  }

  @Override
  public void check(TrainingData data, Settings settings, long seed) {
    Problems problems = new Problems();
    ImportedFolder folder = folder(settings);
    folder.check(problems);
    problems.throwIfAny();
    folder.scored(data.train().schema());
    folder.checkLength(settings.whole(MAX_LENGTH.name()));
    TextInput.from(settings, data.train());
  }

  private static ImportedFolder folder(Settings settings) {
    String folder = settings.path(MODEL.name());
    if (folder.isBlank()) {
      throw new InvalidInputException(
          "train", "'model' is missing.", "Name the folder of the ONNX model.");
    }
    try {
      return new ImportedFolder(Path.of(folder));
    } catch (InvalidPathException e) {
      throw new InvalidInputException("train", "'" + folder + "' is no path.", "Name a folder.");
    }
  }

  @Override
  public Fitted train(TrainingData data, Settings settings, long seed, TrainingContext context) {
    check(data, settings, seed);
    ImportedFolder folder = folder(settings);
    LabelSchema schema = data.train().schema();
    ImportedDocument document =
        new ImportedDocument(
            StoredSchema.task(schema),
            schema.names(),
            TextInput.from(settings, data.train()).template(),
            settings.whole(MAX_LENGTH.name()),
            settings.whole(BATCH.name()),
            outputs(settings, schema, folder.outputs().size()),
            folder.outputs().size(),
            folder.scored(schema));
    ModelFiles files =
        new ModelFiles(
            Map.of(
                ImportedModel.DESCRIPTION,
                StoredDocument.write(document),
                ImportedModel.NETWORK,
                folder.content(ImportedModel.NETWORK),
                ImportedModel.TOKENISER,
                folder.content(ImportedModel.TOKENISER)));
    ImportedModel model = ImportedModel.read(files);
    try {
      Map<String, String> facts = new LinkedHashMap<>();
      facts.put("trained by", "another program; Assay scored with it as it is");
      Tokens tokens = model.tokens(data.validation());
      folder.checkKnown(tokens);
      facts.put("validation texts", tokens.truncation().sentence());
      return new Fitted(model, model.score(data.validation()), List.of(), List.of(), facts);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private static ForeignOutputs outputs(Settings settings, LabelSchema schema, int width) {
    if (!settings.choice(OUTPUTS.name()).equals(LOGITS)) {
      return ForeignOutputs.PROBABILITY;
    }
    return switch (schema.kind()) {
      case MULTICLASS -> ForeignOutputs.LOGIT_BY_CLASS;
      case BINARY -> width == 2 ? ForeignOutputs.LOGIT_BY_CLASS : ForeignOutputs.LOGIT_BY_LABEL;
      case MULTILABEL -> ForeignOutputs.LOGIT_BY_LABEL;
    };
  }

  @Override
  public Model read(ModelFiles files) {
    return ImportedModel.read(files);
  }
}
