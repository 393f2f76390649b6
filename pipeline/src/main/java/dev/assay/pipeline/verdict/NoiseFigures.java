package dev.assay.pipeline.verdict;

import dev.assay.core.metric.MetricValue;
import dev.assay.core.noise.NoiseStanding;
import dev.assay.core.noise.SeedNoise;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Tone;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the seed alone does to a figure, beside a difference of it, in tables and in JSON. */
public final class NoiseFigures {

  /** The header of the column. */
  public static final String COLUMN = "noise of seeds";

  private NoiseFigures() {}

  /** Whether a difference is within the noise, with the smallest gain that is not. */
  public static Cell cell(MetricValue difference, Optional<SeedNoise> noise) {
    return switch (NoiseStanding.of(difference, noise)) {
      case WITHIN -> new Cell.Mark(words(NoiseStanding.WITHIN, noise), Tone.WARNING);
      case BEYOND -> new Cell.Mark(words(NoiseStanding.BEYOND, noise), Tone.NEUTRAL);
      case UNKNOWN -> new Cell.Missing(NoiseStanding.UNKNOWN.words());
    };
  }

  private static String words(NoiseStanding standing, Optional<SeedNoise> noise) {
    return standing.words() + " " + noise.map(SeedNoise::words).orElse("");
  }

  /** The noise with the standing of a difference; null where nobody measured it. */
  public static @Nullable Map<String, Object> json(
      MetricValue difference, Optional<SeedNoise> noise) {
    if (noise.isEmpty()) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("smallest_gain", noise.get().smallestGain());
    json.put("seeds", noise.get().seeds());
    json.put("difference_is", NoiseStanding.of(difference, noise).words());
    return json;
  }
}
