package dev.assay.pipeline.noise;

import dev.assay.core.noise.NoiseFloor;
import dev.assay.core.problem.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** With which seeds a configuration is trained. */
public sealed interface SeedChoice {

  /** How many seeds there are unless said otherwise: the fewest whose spread says something. */
  int DEFAULT_COUNT = 5;

  /** More would only take time: the factor of the floor has long stopped to fall. */
  int MOST = 1_000;

  /**
   * The seeds themselves.
   *
   * @param own the seed that the configuration was trained with when it became a bundle
   */
  List<Long> seeds(long own);

  /**
   * So many seeds, the lowest from 1 that are not the configuration's own: what they give is
   * independent of what is on record.
   *
   * @param count how many
   */
  record Count(int count) implements SeedChoice {

    /** Refuses too few or too many. */
    public Count {
      if (count < NoiseFloor.LEAST_SEEDS || count > MOST) {
        throw new InvalidInputException(
            "--seeds",
            "is " + count + ".",
            "Give a number from %d to %,d, or a list such as 1,2,3."
                .formatted(NoiseFloor.LEAST_SEEDS, MOST));
      }
    }

    @Override
    public List<Long> seeds(long own) {
      return LongStream.iterate(1, seed -> seed + 1)
          .filter(seed -> seed != own)
          .limit(count)
          .boxed()
          .toList();
    }
  }

  /**
   * These seeds.
   *
   * @param listed in the order in which they are trained
   */
  record Listed(List<Long> listed) implements SeedChoice {

    /** Refuses too few, too many, and a seed that stands twice. */
    public Listed {
      listed = List.copyOf(listed);
      if (listed.size() < NoiseFloor.LEAST_SEEDS || listed.size() > MOST) {
        throw new InvalidInputException(
            "--seeds",
            "lists " + listed.size() + " seeds.",
            "List from %d to %,d.".formatted(NoiseFloor.LEAST_SEEDS, MOST));
      }
      Set<Long> once = new LinkedHashSet<>();
      Set<Long> twice = new LinkedHashSet<>();
      listed.forEach(seed -> (once.contains(seed) ? twice : once).add(seed));
      if (!twice.isEmpty()) {
        throw new InvalidInputException(
            "--seeds",
            "names twice: " + words(twice) + ".",
            "The same seed gives the same figures again: name each once.");
      }
    }

    @Override
    public List<Long> seeds(long own) {
      return listed;
    }

    private static String words(Set<Long> seeds) {
      return String.join(", ", seeds.stream().map(String::valueOf).toList());
    }
  }

  /**
   * What a user wrote: a number of seeds, or a list of them with commas between.
   *
   * @throws InvalidInputException where it is neither
   */
  static SeedChoice parse(String text) {
    if (!text.contains(",")) {
      return new Count(Math.clamp(number(text), Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    List<Long> seeds = new ArrayList<>();
    for (String one : text.split(",", -1)) {
      seeds.add(number(one));
    }
    return new Listed(seeds);
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          "--seeds",
          "'" + text + "' is no whole number.",
          "Give how many, such as 5, or a list, such as 1,2,3.");
    }
  }
}
