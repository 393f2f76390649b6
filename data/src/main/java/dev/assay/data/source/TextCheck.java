package dev.assay.data.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Looks for the first bytes of a stream that are not UTF-8. Fed block by block. */
final class TextCheck {

  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final CharBuffer sink = CharBuffer.allocate(1 << 15);
  private ByteBuffer pending = ByteBuffer.allocate(0);
  private long consumed;
  private long lines = 1;
  private long invalidAt = -1;

  /** Takes the next bytes. */
  void feed(byte[] block, int length) {
    if (invalidAt >= 0) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.allocate(pending.remaining() + length);
    bytes.put(pending).put(block, 0, length).flip();
    while (true) {
      int before = bytes.position();
      CoderResult result = decoder.decode(bytes, sink.clear(), false);
      for (int at = before; at < bytes.position(); at++) {
        lines += bytes.get(at) == '\n' ? 1 : 0;
      }
      consumed += bytes.position() - before;
      if (result.isError()) {
        invalidAt = consumed;
        return;
      }
      if (result.isUnderflow()) {
        pending = bytes;
        return;
      }
    }
  }

  /** Offset of the first invalid byte, from 0, where there is one. To be asked at the end. */
  OptionalLong invalidByte() {
    if (invalidAt < 0 && pending.hasRemaining()) {
      invalidAt = consumed;
    }
    return invalidAt < 0 ? OptionalLong.empty() : OptionalLong.of(invalidAt);
  }

  /** The line of the first invalid byte, or how many lines were seen. */
  long line() {
    return lines;
  }
}
