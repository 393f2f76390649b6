package dev.assay.text.encoder;

import dev.assay.core.problem.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads a file of Hugging Face's safetensors format: the length of a header as 8 bytes, the header
 * in JSON, and the tensors, little-endian. Numbers of 16 bits become floats; tensors that are no
 * floating-point numbers are left out.
 */
final class Safetensors {

  private static final int LENGTH = 8;
  private static final String MEND = "Fetch the file again: it is damaged or was cut short.";

  private final Path file;

  private Safetensors(Path file) {
    this.file = file;
  }

  /**
   * All tensors of a file by name.
   *
   * @throws InvalidInputException where the file is cut short or otherwise damaged
   */
  static Map<String, FloatTensor> read(Path file) throws IOException {
    return new Safetensors(file).read();
  }

  private Map<String, FloatTensor> read() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < LENGTH) {
        throw damaged("it has " + size + " bytes");
      }
      long header = bytes(channel, 0, LENGTH).getLong();
      if (header < 2 || header > Math.min(size - LENGTH, Integer.MAX_VALUE)) {
        throw damaged("its header would have " + header + " of " + size + " bytes");
      }
      JsonNode described = header(bytes(channel, LENGTH, (int) header));
      Map<String, FloatTensor> tensors = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> entry : described.properties()) {
        if (!entry.getKey().equals("__metadata__")) {
          put(tensors, entry.getKey(), entry.getValue(), channel, LENGTH + header);
        }
      }
      return tensors;
    }
  }

  private JsonNode header(ByteBuffer bytes) {
    byte[] text = new byte[bytes.remaining()];
    bytes.get(text);
    try {
      return new ObjectMapper().readTree(new String(text, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      throw damaged("its header is no JSON");
    }
  }

  private void put(
      Map<String, FloatTensor> tensors, String name, JsonNode at, FileChannel file, long start)
      throws IOException {
    int width = widthOf(at.path("dtype").asString(""));
    if (width == 0) {
      return;
    }
    int[] shape = new int[at.path("shape").size()];
    double count = 1;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = at.path("shape").path(i).asInt(-1);
      count *= shape[i];
    }
    long from = at.path("data_offsets").path(0).asLong(-1);
    long to = at.path("data_offsets").path(1).asLong(-1);
    if (from < 0
        || to < from
        || to - from != count * width
        || count * Float.BYTES > Integer.MAX_VALUE) {
      throw damaged("the tensor '" + name + "' has other bytes than its shape asks for");
    }
    if (start + to > file.size()) {
      throw damaged(
          "the tensor '%s' ends at byte %d of %d".formatted(name, start + to, file.size()));
    }
    ByteBuffer bytes = bytes(file, start + from, (int) (to - from));
    tensors.put(name, FloatTensor.over(floats(bytes, at.path("dtype").asString()), shape));
  }

  private static int widthOf(String type) {
    return switch (type) {
      case "F32" -> 4;
      case "F16", "BF16" -> 2;
      default -> 0;
    };
  }

  private static FloatBuffer floats(ByteBuffer bytes, String type) {
    if (type.equals("F32")) {
      return bytes.asFloatBuffer();
    }
    FloatBuffer floats =
        ByteBuffer.allocateDirect(bytes.remaining() * 2)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    while (bytes.hasRemaining()) {
      short half = bytes.getShort();
      floats.put(
          type.equals("F16") ? Float.float16ToFloat(half) : Float.intBitsToFloat(half << 16));
    }
    return floats.flip();
  }

  private static ByteBuffer bytes(FileChannel file, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
    long at = from;
    while (bytes.hasRemaining()) {
      int read = file.read(bytes, at);
      if (read < 0) {
        throw new IOException("The file ended while it was read.");
      }
      at += read;
    }
    return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
  }

  private InvalidInputException damaged(String what) {
    return new InvalidInputException(file.toString(), what + ".", MEND);
  }
}
