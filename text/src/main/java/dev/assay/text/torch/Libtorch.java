package dev.assay.text.torch;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.text.internal.NativeCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Loads libtorch, once, and sets up the threads that call it.
 *
 * <p>All libraries are unpacked before the first is loaded: unpacked one after the other, the
 * dynamic linker finds those of a libtorch that the system has for the ones that are not there yet,
 * and the mixture crashes.
 *
 * <p>Where JavaCPP's jar of MKL is on the class path, its matrix products take the place of
 * OpenBLAS's.
 *
 * <p>Each thread that calls libtorch computes by itself: training splits a batch over threads of
 * its own. Threads inside of libtorch and of its BLAS would wait for each other actively, which
 * costs three quarters of the speed on two cores.
 */
final class Libtorch {

  private static final String MKL = "mkl";
  private static final List<String> LIBRARIES = List.of("openblas", "pytorch");

  private static final boolean WITH_MKL = packed(MKL) != null;

  static {
    load();
  }

  private Libtorch() {}

  /** Makes this thread ready to call libtorch: what it asks for is computed on itself. */
  static void prepareThread() {
    torch.set_num_threads(1);
  }

  /** The version of libtorch and the name of its BLAS. */
  static String version() {
    try {
      return "libtorch "
          + Loader.getVersion("org.bytedeco", "pytorch")
          + (WITH_MKL ? " with MKL" : " with OpenBLAS");
    } catch (IOException e) {
      throw new UncheckedIOException("The jar of libtorch tells no version.", e);
    }
  }

  private static void load() {
    System.setProperty("org.bytedeco.javacpp.cachedir", NativeCache.folder().toString());
    // Native memory is freed by scopes; the collector's thread would only race with them.
    System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
    try {
      if (WITH_MKL) {
        System.setProperty("org.bytedeco.openblas.load", MKL);
        Loader.cacheResource(packed(MKL));
      }
      for (String library : LIBRARIES) {
        URL packed = packed(library);
        if (packed == null) {
          throw notLoadable("no libtorch for " + Loader.getPlatform() + " is on the class path");
        }
        Loader.cacheResource(packed);
      }
      Loader.load(torch.class);
      Loader.load(openblas_nolapack.class);
      openblas_nolapack.blas_set_num_threads(1);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "libtorch cannot be unpacked to " + NativeCache.folder() + ".", e);
    } catch (UnsatisfiedLinkError e) {
      throw notLoadable(String.valueOf(e.getMessage()));
    }
  }

  /** Where the natives of a library are on the class path; null where they are not. */
  private static @Nullable URL packed(String library) {
    return Libtorch.class.getResource(
        "/org/bytedeco/" + library + "/" + Loader.getPlatform() + "/");
  }

  private static InvalidInputException notLoadable(String reason) {
    return new InvalidInputException(
        "this machine",
        "libtorch does not load (" + reason + ").",
        "It exists for Linux with glibc and Windows on x86-64, and Linux and macOS on arm64.");
  }
}
