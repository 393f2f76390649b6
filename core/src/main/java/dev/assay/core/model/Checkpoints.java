package dev.assay.core.model;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/**
 * Where one training keeps its state while it lasts, so that it can go on after it was broken off.
 * What a trainer writes there, and when, is its own; what it finds may be of another training, of
 * other data or settings, which it must be able to tell.
 */
public interface Checkpoints {

  /** Keeps nothing. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public String environment() {
          return "";
        }

        @Override
        public void write(String name, Iterable<ByteBuffer> content) {}

        @Override
        public Optional<StoredBytes> read(String name) {
          return Optional.empty();
        }

        @Override
        public void keepOnly(Set<String> names) {}

        @Override
        public Checkpoints within(String part) {
          return this;
        }
      };

  /** What a state depends on besides data, settings and seed: a hash of code and versions. */
  String environment();

  /**
   * Writes a file, in the place of what was there: after a kill at any instant the old content
   * stands or the new one, whole.
   *
   * @param name a plain file name
   * @param content asked for once, piece by piece, unless nothing is kept
   */
  void write(String name, Iterable<ByteBuffer> content);

  /** A file that was written; the caller closes it. */
  Optional<StoredBytes> read(String name);

  /** Removes all files but these; what is {@link #within} stays. */
  void keepOnly(Set<String> names);

  /**
   * Where a part of the training keeps a state of its own.
   *
   * @param part a plain name
   */
  Checkpoints within(String part);
}
