package dev.assay.text.transformer;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.model.EarlierModel;
import dev.assay.core.problem.Problems;
import dev.assay.text.encoder.Architecture;
import dev.assay.text.encoder.FloatTensor;
import dev.assay.text.encoder.PretrainedEncoder;
import dev.assay.text.network.Classifier;
import dev.assay.text.onnx.OnnxWeights;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The weights of an earlier model, for a training of the same form to go on from. */
final class EarlierWeights {

  private static final String MEND = "Say what it was there, or leave continue_from out.";

  private final EarlierModel model;
  private final TransformerDocument document;
  private final OnnxWeights weights;

  private EarlierWeights(EarlierModel model, TransformerDocument document, OnnxWeights weights) {
    this.model = model;
    this.document = document;
    this.weights = weights;
  }

  /**
   * The weights of a model.
   *
   * @throws dev.assay.core.problem.InvalidInputException where its files are damaged
   */
  static EarlierWeights of(EarlierModel model) {
    return new EarlierWeights(
        model,
        TransformerFiles.document(model.files()),
        OnnxWeights.read(
            model.files().required(TransformerFiles.NETWORK), TransformerFiles.NETWORK));
  }

  /**
   * The classifier to start from.
   *
   * @param encoder what this training fine-tunes
   * @param form a classifier of this training's form
   * @throws dev.assay.core.problem.InvalidInputException naming every difference
   */
  Classifier in(PretrainedEncoder encoder, Classifier form, LabelSchema schema) {
    Problems problems = new Problems();
    checkLabels(schema, problems);
    String tokeniser =
        new String(model.files().required(TransformerFiles.TOKENISER), StandardCharsets.UTF_8);
    if (!tokeniser.equals(encoder.tokeniser())) {
      differ(
          "the tokeniser is not that of '%s', but that of '%s'"
              .formatted(encoder.name(), document.encoder()),
          problems);
    }
    if (weights.pooling() != form.head().pooling()) {
      differ(
          "the pooling was '%s', not '%s'"
              .formatted(
                  TransformerSettings.word(weights.pooling()),
                  TransformerSettings.word(form.head().pooling())),
          problems);
    }
    if (!weights.areFloats()) {
      problems.add(
          model.name(),
          "its weights are stored in %s, which training cannot go on from."
              .formatted(weights.precision()),
          "Name a run that served fp32 or fp16.");
      problems.throwIfAny();
    }
    Map<String, FloatTensor> found = weights.tensors(form);
    checkShapes(form, found, problems);
    problems.throwIfAny();
    return form.withTensors(found);
  }

  private void checkLabels(LabelSchema schema, Problems problems) {
    LabelSchema own = document.schema();
    if (own.kind() != schema.kind()) {
      differ("the task was %s, not %s".formatted(own.kind(), schema.kind()), problems);
    }
    List<String> before = own.names();
    List<String> now = schema.names();
    if (before.equals(now)) {
      return;
    }
    before.stream()
        .filter(name -> !now.contains(name))
        .forEach(name -> differ("it had the label '" + name + "'", problems));
    now.stream()
        .filter(name -> !before.contains(name))
        .forEach(name -> differ("it had no label '" + name + "'", problems));
    if (before.stream().sorted().toList().equals(now.stream().sorted().toList())) {
      differ("the labels stood in another order, %s, not %s".formatted(before, now), problems);
    }
  }

  private void checkShapes(Classifier form, Map<String, FloatTensor> found, Problems problems) {
    Architecture architecture = form.encoder().architecture();
    if (!weights.hasHeadsOf(architecture)) {
      differ("attention had not %d heads".formatted(architecture.heads()), problems);
    }
    List<String> lacking =
        form.tensors().keySet().stream().filter(name -> !found.containsKey(name)).toList();
    for (String part : List.of("embeddings.", "encoder.", "head.")) {
      List<String> ofPart = lacking.stream().filter(name -> name.startsWith(part)).toList();
      if (!ofPart.isEmpty()) {
        String first = ofPart.getFirst();
        differ(
            "%d tensors of '%s' were others, such as %s, here %s"
                .formatted(
                    ofPart.size(),
                    part.substring(0, part.length() - 1),
                    first,
                    Arrays.toString(Objects.requireNonNull(form.tensors().get(first)).shape())),
            problems);
      }
    }
    if (weights.linearMaps() != form.head().layers().size()) {
      differ(
          "the head had %d linear maps, not %d"
              .formatted(weights.linearMaps(), form.head().layers().size()),
          problems);
    }
    if (weights.layers() != architecture.layers()) {
      differ(
          "the encoder had %d layers, not %d".formatted(weights.layers(), architecture.layers()),
          problems);
    }
  }

  private void differ(String what, Problems problems) {
    problems.add(model.name(), what + ".", MEND);
  }
}
