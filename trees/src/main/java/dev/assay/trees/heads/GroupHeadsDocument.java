package dev.assay.trees.heads;

import dev.assay.trees.internal.PartDocument;
import dev.assay.trees.internal.SchemaDocument;
import java.util.List;

/**
 * What is stored beside the files of base and heads.
 *
 * @param labels the label schema
 * @param base the base
 * @param clusters the clusters by number
 * @param heads the heads
 * @param stacks the stack of each label, in the order of the labels
 */
record GroupHeadsDocument(
    SchemaDocument labels,
    PartDocument base,
    List<Cluster> clusters,
    List<HeadDocument> heads,
    List<Stack> stacks) {

  static final String FILE = "group-heads.json";

  GroupHeadsDocument {
    clusters = List.copyOf(clusters);
    heads = List.copyOf(heads);
    stacks = List.copyOf(stacks);
  }

  /**
   * A head.
   *
   * @param cluster the number of its cluster
   * @param label the number of its label
   */
  record HeadDocument(int cluster, int label, PartDocument model) {}
}
