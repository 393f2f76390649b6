package dev.assay.text.tokenise;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.text.internal.NativeCache;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A tokeniser of Hugging Face's library, the only class that calls it. Thread-safe; holds native
 * memory until it is closed.
 */
public final class Tokeniser implements AutoCloseable {

  /** How many texts are handed over at once, to bound the memory of their encodings. */
  private static final int PIECE = 1_024;

  static {
    // The library would report its use, look for files on the network and for a GPU otherwise.
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("RUST_FLAVOR", "cpu");
    System.setProperty("DJL_CACHE_DIR", NativeCache.folder().resolve("djl").toString());
  }

  /** What stands for a text of which a tokeniser without special tokens makes nothing. */
  private static final String NOTHING = ".";

  private final HuggingFaceTokenizer library;
  private final long[] tokensOfNothing;

  private Tokeniser(HuggingFaceTokenizer library) {
    this.library = library;
    this.tokensOfNothing = library.encode(NOTHING).getIds();
  }

  /**
   * Reads a tokeniser.
   *
   * @param json the content of a {@code tokenizer.json}; what it says of padding and cutting is not
   *     followed
   * @param where the file, to name in a problem
   * @throws InvalidInputException where it is damaged
   */
  public static Tokeniser read(String json, String where) {
    try {
      return new Tokeniser(
          HuggingFaceTokenizer.newInstance(
              new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
              Map.of("padding", "false", "truncation", "false")));
    } catch (IOException | RuntimeException e) {
      throw new InvalidInputException(
          where,
          "is no tokeniser of Hugging Face's format: " + e.getMessage() + ".",
          "Take the tokenizer.json that belongs to the encoder.");
    }
  }

  /**
   * The tokens of texts, at least one and at most {@code limit} of each. A lone surrogate counts as
   * a question mark, as everywhere where Java writes UTF-8, and a NUL as a blank. A text of which
   * nothing is left, where the tokeniser adds no special tokens, counts as a full stop.
   */
  public Tokens encode(List<String> texts, int limit) {
    int[][] ids = new int[texts.size()][];
    long before = 0;
    long lost = 0;
    int cut = 0;
    for (int from = 0; from < texts.size(); from += PIECE) {
      List<String> piece = texts.subList(from, Math.min(texts.size(), from + PIECE));
      int at = from;
      for (long[] whole : encode(piece)) {
        before += whole.length;
        if (whole.length > limit) {
          cut++;
          lost += whole.length - limit;
        }
        ids[at++] = cut(whole, limit);
      }
    }
    return new Tokens(ids, new Truncation(limit, texts.size(), cut, before, lost));
  }

  private List<long[]> encode(List<String> texts) {
    List<String> clean = new ArrayList<>(texts.size());
    for (String text : texts) {
      clean.add(
          new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
              .replace('\0', ' '));
    }
    return Arrays.stream(library.batchEncode(clean))
        .map(Encoding::getIds)
        .map(ids -> ids.length == 0 ? tokensOfNothing : ids)
        .toList();
  }

  private static int[] cut(long[] whole, int limit) {
    int[] kept = new int[Math.min(whole.length, limit)];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = (int) whole[i];
    }
    if (kept.length < whole.length && kept.length > 0) {
      kept[kept.length - 1] = (int) whole[whole.length - 1];
    }
    return kept;
  }

  @Override
  public void close() {
    library.close();
  }
}
