package dev.assay.text.imported;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.prediction.Scores;
import dev.assay.text.input.TextInput;
import dev.assay.text.internal.StoredDocument;
import dev.assay.text.onnx.ForeignOnnxModel;
import dev.assay.text.tokenise.Tokeniser;
import dev.assay.text.tokenise.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A classifier from elsewhere as it is served. */
final class ImportedModel implements Model {

  static final String NETWORK = "model.onnx";
  static final String TOKENISER = "tokenizer.json";
  static final String DESCRIPTION = "imported.json";

  private final ImportedDocument document;
  private final ModelFiles files;
  private final TextInput input;
  private final ForeignOnnxModel network;
  private final Tokeniser tokeniser;

  private ImportedModel(
      ImportedDocument document, ModelFiles files, ForeignOnnxModel network, Tokeniser tokeniser) {
    this.document = document;
    this.files = files;
    this.input = TextInput.of(document.template());
    this.network = network;
    this.tokeniser = tokeniser;
  }

  /**
   * Opens the model that files are of.
   *
   * @throws dev.assay.core.problem.InvalidInputException where one is missing or damaged
   */
  static ImportedModel read(ModelFiles files) {
    ImportedDocument document = StoredDocument.read(files, DESCRIPTION, ImportedDocument.class);
    ForeignOnnxModel network =
        ForeignOnnxModel.open(
            files.required(NETWORK),
            NETWORK,
            document.outputs(),
            document.width(),
            document.batch(),
            Runtime.getRuntime().availableProcessors());
    try {
      String tokeniser = new String(files.required(TOKENISER), StandardCharsets.UTF_8);
      return new ImportedModel(document, files, network, Tokeniser.read(tokeniser, TOKENISER));
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  @Override
  public LabelSchema schema() {
    return document.schema();
  }

  @Override
  public List<String> inputs() {
    return input.columns();
  }

  /** The tokens of the texts of examples. */
  Tokens tokens(Dataset examples) {
    return tokeniser.encode(input.read(examples, "examples to score"), document.maxLength());
  }

  @Override
  public Scores score(Dataset examples) {
    float[][] outputs = network.scores(tokens(examples).wide());
    return Scores.takeOver(
        document.scored().stream().map(output -> outputs[output]).toArray(float[][]::new));
  }

  @Override
  public ModelFiles files() {
    return files;
  }

  @Override
  public void close() {
    network.close();
    tokeniser.close();
  }
}
