package dev.assay.text.transformer;

import dev.assay.core.model.Exporter;
import dev.assay.core.model.ModelFiles;
import dev.assay.text.internal.StoredDocument;
import dev.assay.text.onnx.OnnxModel;
import dev.assay.text.tokenise.Tokeniser;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The files of a {@link TransformerModel}: what serving needs, and nothing else. */
final class TransformerFiles {

  static final String NETWORK = "model.onnx";
  static final String TOKENISER = "tokenizer.json";
  static final String DESCRIPTION = "transformer.json";

  /** The property of the network that names the labels, one a line. */
  static final String LABELS = "assay.labels";

  private TransformerFiles() {}

  static ModelFiles write(TransformerDocument document, byte[] network, String tokeniser) {
    return new ModelFiles(
        Map.of(
            DESCRIPTION,
            StoredDocument.write(document),
            NETWORK,
            network,
            TOKENISER,
            tokeniser.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Opens the model that files are of.
   *
   * @param exporter writes its weights in other precisions, where they are at hand
   * @throws dev.assay.core.problem.InvalidInputException where one is missing, damaged, or of
   *     another model
   */
  static TransformerModel read(ModelFiles files, Optional<Exporter> exporter) {
    TransformerDocument document = document(files);
    String tokeniser = new String(files.required(TOKENISER), StandardCharsets.UTF_8);
    OnnxModel network =
        OnnxModel.open(
            files.required(NETWORK), NETWORK, Runtime.getRuntime().availableProcessors());
    try {
      String labels = network.properties().getOrDefault(LABELS, "");
      if (!labels.equals(String.join("\n", document.labels()))
          || network.outputs() != document.labels().size()) {
        throw ModelFiles.damaged(
            NETWORK, "its labels are not those of " + DESCRIPTION + ", in their order.");
      }
      return new TransformerModel(
          document, files, network, Tokeniser.read(tokeniser, TOKENISER), exporter);
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  /**
   * What is stored of a model besides network and tokeniser.
   *
   * @throws dev.assay.core.problem.InvalidInputException where it is missing or damaged
   */
  static TransformerDocument document(ModelFiles files) {
    return StoredDocument.read(files, DESCRIPTION, TransformerDocument.class);
  }
}
