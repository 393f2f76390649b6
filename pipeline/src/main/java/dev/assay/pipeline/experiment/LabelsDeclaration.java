package dev.assay.pipeline.experiment;

import dev.assay.data.source.DatasetSource;
import java.util.List;

/**
 * What an experiment says of its labels beside where they stand.
 *
 * @param data the data with which labels their sources tell of and how labels have changed
 * @param optional labels that whoever asks for a decision may leave out
 */
record LabelsDeclaration(DatasetSource data, List<String> optional) {

  LabelsDeclaration {
    optional = List.copyOf(optional);
  }
}
