package dev.assay.pipeline.fold;

import java.util.List;

/**
 * Groups that are left out together.
 *
 * @param groups their names in alphabetical order, at least one
 */
public record GroupFold(List<String> groups) {

  private static final int NAMED = 3;

  /** Copies the list and refuses an empty one. */
  public GroupFold {
    groups = groups.stream().sorted().toList();
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("A fold leaves out at least one group.");
    }
  }

  /** The groups in words: {@code 'IR'}, or {@code 'AF', 'AL', 'AM' and 9 more}. */
  public String words() {
    List<String> first = groups.stream().limit(NAMED).map(group -> "'" + group + "'").toList();
    String named = String.join(", ", first);
    return groups.size() > NAMED ? named + " and " + (groups.size() - NAMED) + " more" : named;
  }
}
