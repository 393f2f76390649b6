package dev.assay.text.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Texts of GoEmotions, tokenised. */
final class RealTexts {

  private static final Path FILE = Path.of("../../shared/data/goemotions/test.tsv");

  private RealTexts() {}

  /**
   * The first texts.
   *
   * @param encoder whose tokeniser, e.g. {@code e5-small-v2}
   */
  static long[][] tokens(String encoder, int count) {
    Assumptions.assumeTrue(
        Files.exists(FILE), () -> "The public data is not there: " + FILE.toAbsolutePath());
    try (InputStream json =
            Objects.requireNonNull(
                RealTexts.class.getResourceAsStream("/" + encoder + "-tokenizer.json"));
        HuggingFaceTokenizer tokenizer =
            HuggingFaceTokenizer.newInstance(
                json, Map.of("padding", "false", "truncation", "true", "maxLength", "128"));
        Stream<String> lines = Files.lines(FILE)) {
      List<String> texts =
          lines.limit(count).map(line -> line.substring(0, line.indexOf('\t'))).toList();
      return Stream.of(tokenizer.batchEncode(texts)).map(Encoding::getIds).toArray(long[][]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
