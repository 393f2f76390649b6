package dev.assay.core.evaluation;

/** What is kept of a subject's rows to tally them under weights. Thread-safe. */
@FunctionalInterface
interface Prepared {

  /** The tally with every row counted as often as its cluster weighs. */
  Tally under(int[] clusterWeights);
}
