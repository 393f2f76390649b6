package dev.assay.text.encoder;

import dev.assay.core.model.StoredBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of Hugging Face's safetensors format: the length of a header as 8 bytes, the header in
 * JSON, and the tensors, little-endian.
 *
 * @param tensors by name
 * @param metadata what the file says about itself
 */
public record Safetensors(Map<String, FloatTensor> tensors, Map<String, String> metadata) {

  static final String METADATA = "__metadata__";

  /** How many bytes are handed on at once. */
  private static final int PIECE = 1 << 20;

  /** Copies the maps. */
  public Safetensors {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    metadata = Map.copyOf(metadata);
  }

  /**
   * Reads a file. Numbers of 16 bits become floats; tensors that are no floating-point numbers are
   * left out.
   *
   * @param name the file, to name in a problem
   * @throws dev.assay.core.problem.InvalidInputException where it is cut short or otherwise damaged
   */
  public static Safetensors read(StoredBytes file, String name) {
    return new SafetensorsReader(file, name).read();
  }

  /**
   * The bytes of the file, with all tensors in 32 bits, piece by piece: each piece is good until
   * the next is asked for.
   */
  public Iterable<ByteBuffer> content() {
    return () -> new Pieces(header(), tensors.values().iterator());
  }

  private ByteBuffer header() {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put(METADATA, metadata);
    long place = 0;
    for (Map.Entry<String, FloatTensor> entry : tensors.entrySet()) {
      FloatTensor tensor = entry.getValue();
      long end = place + (long) tensor.size() * Float.BYTES;
      List<Integer> shape = Arrays.stream(tensor.shape()).boxed().toList();
      header.put(
          entry.getKey(),
          Map.of("dtype", "F32", "shape", shape, "data_offsets", List.of(place, end)));
      place = end;
    }
    byte[] json = JsonMapper.shared().writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + json.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .flip();
  }

  /** The header, then the tensors through one buffer. */
  private static final class Pieces implements Iterator<ByteBuffer> {

    private final ByteBuffer piece =
        ByteBuffer.allocateDirect(PIECE).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer header;
    private final Iterator<FloatTensor> tensors;
    private FloatBuffer rest = FloatBuffer.allocate(0);
    private boolean started;

    Pieces(ByteBuffer header, Iterator<FloatTensor> tensors) {
      this.header = header;
      this.tensors = tensors;
    }

    @Override
    public boolean hasNext() {
      while (!rest.hasRemaining() && tensors.hasNext()) {
        rest = tensors.next().values();
      }
      return !started || rest.hasRemaining();
    }

    @Override
    public ByteBuffer next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (!started) {
        started = true;
        return header;
      }
      int count = Math.min(rest.remaining(), PIECE / Float.BYTES);
      piece.clear();
      piece.asFloatBuffer().put(rest.slice(rest.position(), count));
      rest.position(rest.position() + count);
      return piece.limit(count * Float.BYTES);
    }
  }
}
