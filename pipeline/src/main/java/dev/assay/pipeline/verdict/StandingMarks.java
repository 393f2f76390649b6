package dev.assay.pipeline.verdict;

import dev.assay.core.gate.Check;
import dev.assay.core.gate.Standing;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Tone;

/** How checks and their evidence came out, as words with a tone. */
public final class StandingMarks {

  private StandingMarks() {}

  /** How a check came out, and whether it holds where it is inconclusive. */
  public static Cell of(Check check) {
    return switch (check.outcome()) {
      case PASS -> new Cell.Mark("pass", Tone.GOOD);
      case FAIL -> new Cell.Mark("fail", Tone.BAD);
      case INCONCLUSIVE ->
          check.holds()
              ? new Cell.Mark("inconclusive, holds", Tone.BAD)
              : new Cell.Mark("inconclusive, let pass", Tone.WARNING);
    };
  }

  /** What a piece of evidence says for the gate. */
  public static Cell of(Standing standing) {
    Tone tone =
        switch (standing) {
          case PASS -> Tone.GOOD;
          case FAIL -> Tone.BAD;
          case INCONCLUSIVE -> Tone.WARNING;
          case TOO_LITTLE_SUPPORT, WITHOUT_CHAMPION, COUNTED_IN -> Tone.NEUTRAL;
        };
    return new Cell.Mark(words(standing), tone);
  }

  /** The same in words. */
  public static String words(Standing standing) {
    return switch (standing) {
      case PASS -> "pass";
      case FAIL -> "fail";
      case INCONCLUSIVE -> "inconclusive";
      case TOO_LITTLE_SUPPORT -> "too little support";
      case WITHOUT_CHAMPION -> "new label";
      case COUNTED_IN -> "counted in";
    };
  }
}
