package dev.assay.data.simulation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Takes simulated rows, value by value in the order of the columns. */
public interface SimulatedRows {

  /** The next value of the row is a text, null for missing. */
  SimulatedRows text(@Nullable String value);

  /** The next value of the row is a day. */
  SimulatedRows day(LocalDate value);

  /** The next value of the row is a whole number. */
  SimulatedRows whole(int value);

  /** The next value of the row is a number, NaN for missing. */
  SimulatedRows number(double value);

  /** The next value of the row is true or false. */
  SimulatedRows flag(boolean value);

  /** The row is complete. */
  void end();
}
