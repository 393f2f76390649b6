package dev.assay.text.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Threads that call libtorch, one for each worker. */
final class Threads implements AutoCloseable {

  private final List<ExecutorService> threads = new ArrayList<>();

  Threads(int count) {
    Libtorch.prepareThread();
    for (int i = 0; i < count; i++) {
      ExecutorService thread =
          Executors.newSingleThreadExecutor(
              run -> {
                Thread made = new Thread(run, "libtorch");
                made.setDaemon(true);
                return made;
              });
      threads.add(thread);
    }
    sum(
        worker -> {
          Libtorch.prepareThread();
          return 0;
        });
  }

  /**
   * Runs a task of each worker on its thread and adds up what they give, in their order. All have
   * ended when it returns, or throws what the first of them threw that failed.
   */
  double sum(IntToDoubleFunction task) {
    List<Future<Double>> running = new ArrayList<>();
    for (int i = 0; i < threads.size(); i++) {
      int worker = i;
      running.add(threads.get(i).submit(() -> task.applyAsDouble(worker)));
    }
    double sum = 0;
    @Nullable RuntimeException failure = null;
    for (Future<Double> future : running) {
      try {
        sum += result(future);
      } catch (RuntimeException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return sum;
  }

  private static double result(Future<Double> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          // Native work cannot be broken off; the mark is set again when it has ended.
          interrupted = true;
        } catch (ExecutionException e) {
          throw e.getCause() instanceof RuntimeException cause
              ? cause
              : new IllegalStateException("A training thread failed.", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    threads.forEach(ExecutorService::close);
  }
}
