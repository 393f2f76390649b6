package dev.assay.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Supplier;

/** Times work after a warm-up. */
final class Stopwatch {

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Stopwatch() {}

  /**
   * What work gave and took.
   *
   * @param wall the median time on the clock, in seconds
   * @param processor the median time that the processors spent on it, in seconds, which another
   *     load of the machine does not lengthen as much
   */
  record Timed<T>(T result, double wall, double processor) {

    String line(String name) {
      return name + "," + wall + "," + processor;
    }
  }

  /**
   * Runs work again and again.
   *
   * @param warmUps how often before it is timed, at least 1
   * @param repeats how often it is timed, at least 1
   */
  static <T> Timed<T> timed(Supplier<T> work, int warmUps, int repeats) {
    T result = work.get();
    for (int i = 1; i < warmUps; i++) {
      result = work.get();
    }
    double[] wall = new double[repeats];
    double[] processor = new double[repeats];
    for (int i = 0; i < repeats; i++) {
      long start = System.nanoTime();
      long processorStart = PROCESS.getProcessCpuTime();
      result = work.get();
      wall[i] = (System.nanoTime() - start) / 1e9;
      processor[i] = (PROCESS.getProcessCpuTime() - processorStart) / 1e9;
    }
    return new Timed<>(result, median(wall), median(processor));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
