package dev.assay.data.source;

import java.util.List;
import java.util.Set;

/**
 * Which columns are inputs of a model. Numbers become numeric features, booleans numeric ones of 0
 * and 1, and texts categorical ones unless they are named as {@code texts}.
 *
 * @param include the features in order; empty for all columns that no other role takes (slices stay
 *     features)
 * @param exclude columns that are no features
 * @param texts features that are running text
 */
public record FeatureColumns(List<String> include, Set<String> exclude, Set<String> texts) {

  /** All columns that no other role takes. */
  public static final FeatureColumns ALL_OTHERS = new FeatureColumns(List.of(), Set.of(), Set.of());

  /** Copies the collections. */
  public FeatureColumns {
    include = List.copyOf(include);
    exclude = Set.copyOf(exclude);
    texts = Set.copyOf(texts);
  }
}
