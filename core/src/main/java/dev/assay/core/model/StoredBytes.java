package dev.assay.core.model;

import java.nio.ByteBuffer;

/** Bytes that lie somewhere, read where they are asked for. */
public interface StoredBytes extends AutoCloseable {

  /** How many there are. */
  long size();

  /**
   * Some of them, in a buffer outside the heap.
   *
   * @throws IllegalArgumentException where there are none from there on
   */
  ByteBuffer bytes(long from, int count);

  @Override
  void close();
}
