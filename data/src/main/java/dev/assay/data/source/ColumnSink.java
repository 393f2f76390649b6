package dev.assay.data.source;

import dev.assay.data.internal.Batch;

/** Takes the values of its columns out of each batch, in order of rows. */
interface ColumnSink {

  /** Takes the rows of a batch. */
  void read(Batch batch);
}
