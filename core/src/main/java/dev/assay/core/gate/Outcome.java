package dev.assay.core.gate;

/** How a check came out. */
public enum Outcome {
  /** The evidence meets the gate. */
  PASS,
  /** The evidence does not meet the gate, or what it asks for is missing or undefined. */
  FAIL,
  /** The evidence does not suffice to say either. */
  INCONCLUSIVE
}
