package dev.assay.trees.heads;

/**
 * Which head: each cluster has one for each label.
 *
 * @param cluster the number of the cluster
 * @param label the number of the label
 */
record HeadKey(int cluster, int label) {}
