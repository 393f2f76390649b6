package dev.assay.trees.heads;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.prediction.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A base, the heads of the clusters and the stack of each label. A row's group says which heads
 * speak to it; a group that is in no cluster gets the base alone.
 */
final class GroupHeadsModel implements Model {

  private final Parts parts;
  private final ModelFiles files;

  /**
   * A model of its parts, which it closes.
   *
   * @param files what the parts are stored as
   */
  GroupHeadsModel(Parts parts, ModelFiles files) {
    this.parts = parts;
    this.files = files;
  }

  /**
   * What the model is made of.
   *
   * @param base the model of all rows
   * @param heads the models of the clusters by label, each of a schema of that label alone
   * @param stacks one for each label of the base's schema; every term has its head
   */
  record Parts(ClusterMap clusters, Model base, Map<HeadKey, Model> heads, List<Stack> stacks) {

    Parts {
      heads = Collections.unmodifiableMap(new LinkedHashMap<>(heads));
      stacks = List.copyOf(stacks);
      if (stacks.size() != base.schema().size()) {
        throw new IllegalArgumentException(stacks.size() + " stacks for " + base.schema().names());
      }
      for (int label = 0; label < stacks.size(); label++) {
        for (Stack.HeadTerm term : stacks.get(label).heads()) {
          if (!heads.containsKey(new HeadKey(term.cluster(), label))) {
            throw new IllegalArgumentException("The stack has a term without a head: " + term);
          }
        }
      }
    }

    /** Closes base and heads. */
    void close() {
      base.close();
      heads.values().forEach(Model::close);
    }
  }

  /** What the model is made of; still its own to close. */
  Parts parts() {
    return parts;
  }

  @Override
  public LabelSchema schema() {
    return parts.base().schema();
  }

  @Override
  public List<String> inputs() {
    Set<String> inputs = new LinkedHashSet<>(parts.base().inputs());
    parts.heads().values().forEach(head -> inputs.addAll(head.inputs()));
    return List.copyOf(inputs);
  }

  @Override
  public boolean readsGroups() {
    return true;
  }

  /**
   * {@inheritDoc}
   *
   * @throws dev.assay.core.problem.InvalidInputException where the examples have no groups, too
   */
  @Override
  public Scores score(Dataset examples) {
    int[] clusterOfRow = parts.clusters().ofRows(examples, "examples to score");
    Scores base = parts.base().score(examples);
    float[][] heads = headScores(examples, clusterOfRow);
    float[][] columns = new float[heads.length][];
    for (int label = 0; label < columns.length; label++) {
      LabelScores scores = new LabelScores(base.column(label), heads[label], clusterOfRow);
      columns[label] = scores.stacked(parts.stacks().get(label));
    }
    return Scores.takeOver(columns);
  }

  /** The score of the head of each row's cluster by label, NaN where there is none. */
  private float[][] headScores(Dataset examples, int[] clusterOfRow) {
    float[][] scores = new float[schema().size()][examples.size()];
    for (float[] column : scores) {
      Arrays.fill(column, Float.NaN);
    }
    Map<Integer, List<HeadKey>> byCluster = new TreeMap<>();
    parts
        .heads()
        .keySet()
        .forEach(k -> byCluster.computeIfAbsent(k.cluster(), c -> new ArrayList<>()).add(k));
    byCluster.forEach(
        (cluster, keys) -> {
          int[] rows = ClusterMap.rowsOf(cluster, clusterOfRow);
          if (rows.length > 0) {
            Dataset ofCluster = examples.select(rows);
            for (HeadKey key : keys) {
              float[] column = head(key).score(ofCluster).column(0);
              for (int i = 0; i < rows.length; i++) {
                scores[key.label()][rows[i]] = column[i];
              }
            }
          }
        });
    return scores;
  }

  private Model head(HeadKey key) {
    Model head = parts.heads().get(key);
    if (head == null) {
      throw new IllegalArgumentException("No head " + key);
    }
    return head;
  }

  @Override
  public ModelFiles files() {
    return files;
  }

  @Override
  public void close() {
    parts.close();
  }
}
