package dev.assay.text.transformer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which epochs give the weights of a model, counted from 0 and ascending. */
sealed interface Picking {

  /** Those that give the weights, after all that were trained, of which there is one. */
  List<Integer> used(EpochScores scores, int trained);

  /** Those that are kept beside them to be shown. */
  List<Integer> kept(EpochScores scores, int trained);

  /** Those whose weights stay with the run. */
  default List<Integer> beside(EpochScores scores, int trained) {
    return kept(scores, trained);
  }

  /** Those whose weights may be asked for at the end, as far as is known after some epochs. */
  Set<Integer> wanted(EpochScores scores, int trained);

  /** The best by a figure on validation. */
  record Best(int count, int usedCount) implements Picking {
    @Override
    public List<Integer> used(EpochScores scores, int trained) {
      return scores.best(usedCount);
    }

    @Override
    public List<Integer> kept(EpochScores scores, int trained) {
      return scores.best(count);
    }

    /** What is no longer among the best of some rows will never be again. */
    @Override
    public Set<Integer> wanted(EpochScores scores, int trained) {
      Set<Integer> wanted = new HashSet<>(kept(scores, trained));
      if (usedCount > 1) {
        scores.foldPicks(usedCount).forEach(wanted::addAll);
      }
      return wanted;
    }
  }

  /** The last ones. */
  record Last(int count, int usedCount) implements Picking {
    @Override
    public List<Integer> used(EpochScores scores, int trained) {
      return last(usedCount, trained);
    }

    @Override
    public List<Integer> kept(EpochScores scores, int trained) {
      return last(count, trained);
    }

    @Override
    public Set<Integer> wanted(EpochScores scores, int trained) {
      return Set.copyOf(kept(scores, trained));
    }

    private static List<Integer> last(int count, int trained) {
      return IntStream.range(Math.max(0, trained - count), trained).boxed().toList();
    }
  }

  /** Ones that were picked before. */
  record These(List<Integer> epochs) implements Picking {

    /** Copies the list. */
    public These {
      epochs = List.copyOf(epochs);
    }

    @Override
    public List<Integer> used(EpochScores scores, int trained) {
      return epochs;
    }

    @Override
    public List<Integer> kept(EpochScores scores, int trained) {
      return epochs;
    }

    /** The training that picked them kept them. */
    @Override
    public List<Integer> beside(EpochScores scores, int trained) {
      return List.of();
    }

    @Override
    public Set<Integer> wanted(EpochScores scores, int trained) {
      return epochs.stream().filter(epoch -> epoch < trained).collect(Collectors.toSet());
    }
  }
}
