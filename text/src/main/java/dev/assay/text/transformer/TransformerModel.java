package dev.assay.text.transformer;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.model.Exporter;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.prediction.Scores;
import dev.assay.text.input.TextInput;
import dev.assay.text.onnx.OnnxModel;
import dev.assay.text.tokenise.Tokeniser;
import dev.assay.text.tokenise.Tokens;
import java.util.List;
import java.util.Optional;

/** A fine-tuned encoder as it is served: its tokeniser, and its network in ONNX Runtime. */
final class TransformerModel implements Model {

  private final TransformerDocument document;
  private final ModelFiles files;
  private final LabelSchema schema;
  private final TextInput input;
  private final OnnxModel network;
  private final Tokeniser tokeniser;
  private final Optional<Exporter> exporter;

  /**
   * A model of these files, which closes network and tokeniser with itself.
   *
   * @param exporter writes its weights in other precisions, where they are at hand
   */
  TransformerModel(
      TransformerDocument document,
      ModelFiles files,
      OnnxModel network,
      Tokeniser tokeniser,
      Optional<Exporter> exporter) {
    this.document = document;
    this.files = files;
    this.schema = document.schema();
    this.input = TextInput.of(document.template());
    this.network = network;
    this.tokeniser = tokeniser;
    this.exporter = exporter;
  }

  @Override
  public Optional<Exporter> exporter() {
    return exporter;
  }

  /** What is stored of it besides network and tokeniser. */
  TransformerDocument document() {
    return document;
  }

  @Override
  public LabelSchema schema() {
    return schema;
  }

  @Override
  public List<String> inputs() {
    return input.columns();
  }

  @Override
  public Scores score(Dataset examples) {
    Tokens tokens =
        tokeniser.encode(input.read(examples, "examples to score"), document.maxLength());
    return Scores.takeOver(network.scores(tokens.wide()));
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
