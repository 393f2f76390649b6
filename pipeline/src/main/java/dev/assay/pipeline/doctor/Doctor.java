package dev.assay.pipeline.doctor;

import dev.assay.pipeline.run.Surroundings;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at all that Assay stands on, by using it: natives are loaded, a file is written in the
 * home, every object of the champion is read. Nothing is left behind; a database of an older Assay
 * is brought up to date, as every verb does.
 */
public final class Doctor {

  private Doctor() {}

  /** The findings, one for each thing looked at, whatever is broken. */
  public static List<Finding> examine(Surroundings surroundings) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Machine.java());
    findings.add(Machine.memory());
    findings.add(Machine.disk(surroundings.home()));
    findings.add(Natives.duckDb());
    findings.add(Natives.xgboost());
    findings.addAll(new HomeExamination(surroundings).findings());
    return List.copyOf(findings);
  }
}
