package dev.assay.core.model;

/** Stores a model that was just trained in other precisions than the one that it scores in. */
public interface Exporter {

  /**
   * The model with its weights stored otherwise; the caller closes it.
   *
   * @param precision one of the {@link Trainer#precisions(Settings)} of the model's trainer
   * @throws IllegalArgumentException where it is none of them
   */
  Model in(String precision);
}
