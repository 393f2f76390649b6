package dev.assay.core.gate;

import java.util.List;

/** A rule of an experiment that a candidate must keep. */
public sealed interface Gate
    permits ValueGate,
        ChangeGate,
        RegressionGate,
        CountGate,
        SummaryGate,
        DegenerateGate,
        CostGate,
        SuiteGate {

  /** The gate's name, unique in an experiment. */
  String name();

  /** The holdouts that it looks at; none for costs and suites. */
  List<String> holdouts();

  /** Which way it falls when the evidence does not suffice. */
  Inconclusive inconclusive();

  /** What it asks for, in words: {@code f1 of all on recent may lose at most 0.02}. */
  String words();
}
