package dev.assay.text.transformer;

import dev.assay.core.model.Exporter;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.text.network.Classifier;
import dev.assay.text.onnx.OnnxWriter;
import dev.assay.text.onnx.Precision;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the weights of one training as models in any precision. */
final class TransformerExporter implements Exporter {

  /** All precisions, the one of training first. */
  static final List<String> PRECISIONS =
      Stream.of(Precision.values()).map(TransformerSettings::word).toList();

  private final Classifier classifier;
  private final TransformerDocument document;
  private final String tokeniser;

  TransformerExporter(Classifier classifier, TransformerDocument document, String tokeniser) {
    this.classifier = classifier;
    this.document = document;
    this.tokeniser = tokeniser;
  }

  @Override
  public Model in(String precision) {
    if (!PRECISIONS.contains(precision)) {
      throw new IllegalArgumentException(precision + " is none of " + PRECISIONS + ".");
    }
    return model(Precision.valueOf(precision.toUpperCase(Locale.ROOT)));
  }

  /** The model in a precision; the caller closes it. */
  TransformerModel model(Precision precision) {
    return TransformerFiles.read(files(precision), Optional.of(this));
  }

  /** The files of the model in a precision. */
  ModelFiles files(Precision precision) {
    byte[] network =
        OnnxWriter.bytes(
            classifier,
            precision,
            Map.of(TransformerFiles.LABELS, String.join("\n", document.labels())));
    return TransformerFiles.write(document, network, tokeniser);
  }
}
