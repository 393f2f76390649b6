package dev.assay.text.onnx;

import java.util.Map;

/** A program that opens a model, scores a text, and has nothing to tell anybody. */
final class Discretion {

  private Discretion() {}

  public static void main(String[] arguments) {
    byte[] file = OnnxWriter.bytes(SmallClassifier.threeLabels(), Precision.FP32, Map.of());
    try (OnnxModel model = OnnxModel.open(file, "model.onnx", 1)) {
      System.out.println("scores: " + model.scores(new long[][] {{2, 7, 3}}).length);
    }
  }
}
