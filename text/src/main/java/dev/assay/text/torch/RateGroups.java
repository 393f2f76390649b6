package dev.assay.text.torch;

import dev.assay.text.encoder.Architecture;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which weights learn how fast, which decay, and which are left as they are. */
final class RateGroups {

  private static final Pattern LAYER = Pattern.compile("encoder\\.layer\\.(\\d+)\\..*");

  private final Architecture shape;
  private final Optimisation optimisation;

  RateGroups(Architecture shape, Optimisation optimisation) {
    this.shape = shape;
    this.optimisation = optimisation;
  }

  /** What the rate of a step is multiplied with for a weight. */
  double multiplier(String name) {
    if (isHead(name)) {
      return optimisation.headMultiplier();
    }
    return Math.pow(optimisation.layerDecay(), shape.layers() - depth(name));
  }

  /** Whether a weight decays: matrices do, biases and norms do not. */
  boolean decays(String name) {
    return name.endsWith(".weight") && !name.endsWith("LayerNorm.weight");
  }

  /** The names of the weights that keep their values. */
  Set<String> frozen(Iterable<String> names) {
    Set<String> frozen = new HashSet<>();
    for (String name : names) {
      boolean below = depth(name) <= optimisation.frozenLayers() && optimisation.frozenLayers() > 0;
      boolean embedding = name.startsWith("embeddings.") && optimisation.frozenEmbeddings();
      if (!isHead(name) && (below || embedding)) {
        frozen.add(name);
      }
    }
    return frozen;
  }

  private static boolean isHead(String name) {
    return name.startsWith("head.");
  }

  /** 0 for the embeddings, 1 for the lowest layer. */
  private static int depth(String name) {
    Matcher layer = LAYER.matcher(name);
    return layer.matches() ? Integer.parseInt(layer.group(1)) + 1 : 0;
  }
}
