package dev.assay.pipeline.trial;

/**
 * The trained weights stored in one precision, with calibration and thresholds of its own.
 *
 * @param precision its name, such as {@code int8}
 * @param decided the model, ready to score
 */
public record Variant(String precision, Decided decided) implements AutoCloseable {

  @Override
  public void close() {
    decided.close();
  }
}
