package dev.assay.pipeline.trial;

import java.util.Optional;

/**
 * What is on trial.
 *
 * @param decided the model that is judged and would be served
 * @param exported all precisions of its weights, where the experiment asks for some
 */
public record Candidate(Decided decided, Optional<Exported> exported) implements AutoCloseable {

  /** A model in the one form that it was trained in. */
  public static Candidate of(Decided decided) {
    return new Candidate(decided, Optional.empty());
  }

  /** The precision of trained weights that is to be served. */
  public static Candidate of(Exported exported) {
    return new Candidate(exported.served(), Optional.of(exported));
  }

  @Override
  public void close() {
    exported.ifPresentOrElse(Exported::close, decided::close);
  }
}
