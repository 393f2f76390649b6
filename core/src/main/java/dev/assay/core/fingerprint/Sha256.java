package dev.assay.core.fingerprint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest that is fed typed values. Strings and byte arrays go in with their length before
 * them, so that {@code ("ab", "c")} and {@code ("a", "bc")} differ. Not thread-safe.
 */
public final class Sha256 {

  private final MessageDigest digest;

  /** An empty digest. */
  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256.", e);
    }
  }

  /** The digest of bytes alone, as {@code sha256sum} prints it. */
  public static String of(byte[] bytes) {
    Sha256 hash = new Sha256();
    hash.digest.update(bytes);
    return hash.hex();
  }

  /** Adds a string, by its UTF-8 bytes. */
  public Sha256 add(String value) {
    return add(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds bytes. */
  public Sha256 add(byte[] value) {
    add((long) value.length);
    digest.update(value);
    return this;
  }

  /** Adds a number. */
  public Sha256 add(long value) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).flip());
    return this;
  }

  /** Ends the digest: 64 lower-case hexadecimal digits. Nothing can be added afterwards. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
