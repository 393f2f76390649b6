package dev.assay.data.source;

import java.util.List;

/**
 * What reading a source showed, for the record of a run.
 *
 * @param rows how many rows the source has, before any was left out
 * @param files the files read; of a script the script itself, of a simulation none
 * @param columns all columns in their order
 * @param afterAsOf rows that were left out since their time is after the as-of day
 * @param labelsNotYetKnown rows whose known labels were made unknown, since their horizon ends
 *     after the as-of day
 * @param idsFromContent whether ids were made from the content of rows
 * @param simulated whether the rows were made up, by a simulation or by declaration
 */
public record SourceFacts(
    long rows,
    List<SourceFile> files,
    List<ColumnFact> columns,
    int afterAsOf,
    int labelsNotYetKnown,
    boolean idsFromContent,
    boolean simulated) {

  /** Copies the lists. */
  public SourceFacts {
    files = List.copyOf(files);
    columns = List.copyOf(columns);
  }
}
