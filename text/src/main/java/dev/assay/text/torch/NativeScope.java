package dev.assay.text.torch;

import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;

/** Frees all native objects that a thread made in a piece of work, once the work is done. */
final class NativeScope {

  private NativeScope() {}

  /** Does a piece of work. */
  @SuppressWarnings("try") // The resource is there for its closing.
  static void run(Runnable work) {
    try (PointerScope scope = new PointerScope()) {
      work.run();
    }
  }

  /** Does a piece of work that gives something that is no native object. */
  @SuppressWarnings("try")
  static <T> T call(Supplier<T> work) {
    try (PointerScope scope = new PointerScope()) {
      return work.get();
    }
  }

  /** Does a piece of work of which no gradients are wanted. */
  @SuppressWarnings("try")
  static void runWithoutGradients(Runnable work) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      work.run();
    }
  }
}
