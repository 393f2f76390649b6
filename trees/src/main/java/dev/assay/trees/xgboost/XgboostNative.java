package dev.assay.trees.xgboost;

import dev.assay.core.problem.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/**
 * The only class that calls XGBoost. What it hands out holds native memory until it is closed. The
 * library is loaded by the first call, not by the first mention.
 */
final class XgboostNative {

  private static final Map<String, Object> QUIET = Map.of("verbosity", 0);

  private XgboostNative() {}

  /** The version of the library. */
  static String version() {
    Properties properties = new Properties();
    try (InputStream in = XGBoost.class.getResourceAsStream("/xgboost4j-version.properties")) {
      if (in == null) {
        throw new IllegalStateException("XGBoost's jar tells no version.");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("XGBoost's jar cannot be read.", e);
    }
    return properties.getProperty("version");
  }

  /**
   * Rows of inputs with their classes.
   *
   * @param values row-major {@code (rows, columns)}, NaN for missing
   * @param names the names of the columns
   * @param types {@code q} for numbers, {@code c} for codes of levels, one per column
   * @param classes the class of each row
   * @param weights the weight of each row; null where all weigh one
   */
  static Matrix matrix(
      float[] values,
      List<String> names,
      List<String> types,
      float[] classes,
      float @Nullable [] weights) {
    return call(
        () -> {
          DMatrix matrix = new DMatrix(values, classes.length, names.size(), Float.NaN);
          try {
            matrix.setFeatureNames(names.toArray(new String[0]));
            matrix.setFeatureTypes(types.toArray(new String[0]));
            matrix.setLabel(classes);
            if (weights != null) {
              matrix.setWeight(weights);
            }
            return new Matrix(matrix);
          } catch (XGBoostError e) {
            matrix.dispose();
            throw e;
          }
        });
  }

  /** A booster without trees, to be trained on a matrix. */
  static Booster booster(Matrix train, Map<String, Object> parameters) {
    Map<String, Object> quiet = new HashMap<>(parameters);
    quiet.putAll(QUIET);
    return call(
        () -> new Booster(XGBoost.train(train.matrix, quiet, 0, new HashMap<>(), null, null)));
  }

  /**
   * A trained booster, ready to predict from several threads at once: each prediction stays on the
   * thread that asks for it, as OpenMP's own threads cost more than a row does.
   *
   * @param json the booster as {@link Booster#json()} gave it
   * @param columns how many inputs it reads
   * @throws Refused where the library cannot read it
   */
  static Booster load(byte[] json, int columns) throws Refused {
    ml.dmlc.xgboost4j.java.Booster loaded;
    try {
      loaded = call(() -> XGBoost.loadModel(json));
    } catch (IllegalStateException e) {
      throw new Refused(e);
    }
    Booster booster = new Booster(loaded);
    call(
        () -> {
          loaded.setParams(QUIET);
          loaded.setParam("nthread", 1);
          return loaded;
        });
    // The library takes over its parameters in the first prediction, which is not thread-safe.
    booster.predict(new float[columns], 1, columns, 0);
    return booster;
  }

  private static <T> T call(NativeCall<T> call) {
    try {
      return call.run();
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost refused: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("XGBoost could not read from memory.", e);
    } catch (LinkageError e) {
      throw notLoadable(e);
    }
  }

  /** What to tell a user on whose machine the library does not load. */
  static InvalidInputException notLoadable(LinkageError error) {
    StringBuilder reasons = new StringBuilder();
    for (Throwable t = error; t != null; t = t.getCause()) {
      reasons.append(t.getMessage()).append(' ');
    }
    return new InvalidInputException(
        "this machine",
        "XGBoost's native library does not load (" + reasons.toString().strip() + ").",
        reasons.indexOf("libgomp") >= 0
            ? "Install OpenMP: apt-get install libgomp1."
            : "It exists for Linux with glibc, macOS and Windows on x86-64, and Linux and macOS on"
                + " arm64.");
  }

  @FunctionalInterface
  private interface NativeCall<T> {
    T run() throws XGBoostError, IOException;
  }

  /** The library cannot read what it was given as a booster. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private Refused(Throwable cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** Rows in native memory. */
  static final class Matrix implements AutoCloseable {

    private final DMatrix matrix;

    private Matrix(DMatrix matrix) {
      this.matrix = matrix;
    }

    @Override
    public void close() {
      matrix.dispose();
    }
  }

  /** Trees in native memory. */
  static final class Booster implements AutoCloseable {

    private final ml.dmlc.xgboost4j.java.Booster booster;

    private Booster(ml.dmlc.xgboost4j.java.Booster booster) {
      this.booster = booster;
    }

    /** Adds the trees of one round, counted from 0. */
    void boost(Matrix train, int round) {
      call(
          () -> {
            booster.update(train.matrix, round);
            return booster;
          });
    }

    /** The loss after a round on each of some matrices. */
    double[] losses(List<Matrix> matrices, int round) {
      DMatrix[] natives = matrices.stream().map(m -> m.matrix).toArray(DMatrix[]::new);
      String[] names = new String[natives.length];
      for (int i = 0; i < names.length; i++) {
        names[i] = "matrix" + i;
      }
      // "[7]\tmatrix0-logloss:0.61\tmatrix1-logloss:0.63": the only way to all digits.
      String[] parts = call(() -> booster.evalSet(natives, names, round)).split("\t", -1);
      double[] losses = new double[natives.length];
      for (int i = 0; i < losses.length; i++) {
        losses[i] = Double.parseDouble(parts[i + 1].substring(parts[i + 1].lastIndexOf(':') + 1));
      }
      return losses;
    }

    /**
     * Predictions for rows, {@code (rows, outputs)}.
     *
     * @param values row-major {@code (rows, columns)}, NaN for missing
     * @param rounds how many rounds of trees are asked; 0 for all
     */
    float[][] predict(float[] values, int rows, int columns, int rounds) {
      return call(
          () -> booster.inplace_predict(values, rows, columns, Float.NaN, new int[] {0, rounds}));
    }

    /** The booster in XGBoost's own JSON format. */
    byte[] json() {
      return call(() -> booster.toByteArray("json"));
    }

    @Override
    public void close() {
      booster.dispose();
    }
  }
}
