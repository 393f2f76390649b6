package dev.assay.data.holdout;

import dev.assay.core.example.Dataset;

/**
 * A holdout after the cut.
 *
 * @param definition what was asked for
 * @param examples its rows, each with at least one known label
 * @param unknownRows how many rows were left out of it because no label of theirs is known (yet)
 * @param takenFromTraining how many rows of the data are in it and therefore not in training
 * @param purgedFromTraining how many further rows left training because they lie within the horizon
 *     of its rows; a row near two holdouts is counted at the first
 * @param sharedRows how many of its rows are in an earlier holdout of the list too, which is
 *     allowed
 */
public record Holdout(
    HoldoutDefinition definition,
    Dataset examples,
    int unknownRows,
    int takenFromTraining,
    int purgedFromTraining,
    int sharedRows) {

  /** The name of the holdout. */
  public String name() {
    return definition.name();
  }
}
