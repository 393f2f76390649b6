package dev.assay.pipeline.experiment;

import dev.assay.data.parts.PartsUnit;
import dev.assay.data.parts.Shares;
import java.util.Optional;

/**
 * How examples come to train, validation and test.
 *
 * @param shares how much each part gets
 * @param unit what is never divided; empty for the standard that fits the declared columns
 * @param seed another seed, other parts
 */
public record PartsDeclaration(Shares shares, Optional<PartsUnit> unit, long seed) {

  /** Seventy, fifteen and fifteen per cent, the standard unit, seed 0. */
  public static final PartsDeclaration STANDARD =
      new PartsDeclaration(Shares.STANDARD, Optional.empty(), 0);
}
