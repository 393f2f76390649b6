package dev.assay.pipeline.trial;

import java.util.List;

/**
 * Trained weights in several precisions.
 *
 * @param trained the weights as they were trained
 * @param variants them in each precision
 * @param serve the precision that is judged and served, one of these
 */
public record Exported(Decided trained, List<Variant> variants, String serve)
    implements AutoCloseable {

  /** Copies the list. */
  public Exported {
    variants = List.copyOf(variants);
  }

  /** The candidate: the precision that is judged and served. */
  public Decided served() {
    return variants.stream()
        .filter(variant -> variant.precision().equals(serve))
        .findFirst()
        .orElseThrow()
        .decided();
  }

  @Override
  public void close() {
    variants.forEach(Variant::close);
    trained.close();
  }
}
