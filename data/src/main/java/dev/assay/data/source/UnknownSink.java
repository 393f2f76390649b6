package dev.assay.data.source;

import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.Labels;
import dev.assay.data.internal.Batch;
import java.util.Arrays;

/** Labels that no column tells of: all unknown. */
final class UnknownSink implements LabelSink {

  private final LabelSchema schema;
  private final int rows;

  UnknownSink(LabelColumns.Unlabelled labels, StagedRows staged) {
    schema = labels.schema();
    rows = staged.count();
  }

  @Override
  public void read(Batch batch) {}

  @Override
  public Labels toLabels() {
    byte[][] states = new byte[schema.size()][rows];
    for (byte[] column : states) {
      Arrays.fill(column, Labels.UNKNOWN);
    }
    return Labels.ofColumns(schema, states);
  }
}
