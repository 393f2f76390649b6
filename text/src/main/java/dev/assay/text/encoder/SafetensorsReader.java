package dev.assay.text.encoder;

import dev.assay.core.model.StoredBytes;
import dev.assay.core.problem.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads {@link Safetensors}. */
final class SafetensorsReader {

  private static final int LENGTH = 8;
  private static final String MEND = "Fetch the file again: it is damaged or was cut short.";

  private final StoredBytes file;
  private final String name;

  SafetensorsReader(StoredBytes file, String name) {
    this.file = file;
    this.name = name;
  }

  Safetensors read() {
    long size = file.size();
    if (size < LENGTH) {
      throw damaged("it has " + size + " bytes");
    }
    long header = bytes(0, LENGTH).getLong();
    if (header < 2 || header > Math.min(size - LENGTH, Integer.MAX_VALUE)) {
      throw damaged("its header would have " + header + " of " + size + " bytes");
    }
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : header(bytes(LENGTH, (int) header)).properties()) {
      if (entry.getKey().equals(Safetensors.METADATA)) {
        entry
            .getValue()
            .properties()
            .forEach(e -> metadata.put(e.getKey(), e.getValue().asString("")));
      } else {
        put(tensors, entry.getKey(), entry.getValue(), LENGTH + header);
      }
    }
    return new Safetensors(tensors, metadata);
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

  private void put(Map<String, FloatTensor> tensors, String tensor, JsonNode at, long start) {
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
      throw damaged("the tensor '" + tensor + "' has other bytes than its shape asks for");
    }
    if (start + to > file.size()) {
      throw damaged(
          "the tensor '%s' ends at byte %d of %d".formatted(tensor, start + to, file.size()));
    }
    ByteBuffer bytes = bytes(start + from, (int) (to - from));
    tensors.put(tensor, FloatTensor.over(floats(bytes, at.path("dtype").asString()), shape));
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

  private ByteBuffer bytes(long from, int length) {
    return file.bytes(from, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private InvalidInputException damaged(String what) {
    return new InvalidInputException(name, what + ".", MEND);
  }
}
