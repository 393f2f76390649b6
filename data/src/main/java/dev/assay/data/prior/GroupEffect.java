package dev.assay.data.prior;

import java.util.List;

/**
 * The change of a prior by groups. The four effects sum to it.
 *
 * @param mix of groups in both periods: their shares of the rows moved
 * @param within of groups in both periods: their own rates moved
 * @param added of groups that are only in the later period
 * @param gone of groups that are only in the earlier one
 * @param addedGroups how many groups are only in the later period
 * @param goneGroups how many are only in the earlier one
 * @param contributions every group, greatest contribution first; they sum to the change too
 */
public record GroupEffect(
    double mix,
    double within,
    double added,
    double gone,
    int addedGroups,
    int goneGroups,
    List<Contribution> contributions) {

  /** Copies the list. */
  public GroupEffect {
    contributions = List.copyOf(contributions);
  }

  static GroupEffect of(List<Contribution> contributions) {
    double mix = 0;
    double within = 0;
    double added = 0;
    double gone = 0;
    int addedGroups = 0;
    int goneGroups = 0;
    for (Contribution each : contributions) {
      if (each.before().rows() == 0) {
        added += each.total();
        addedGroups++;
      } else if (each.after().rows() == 0) {
        gone += each.total();
        goneGroups++;
      } else {
        mix += each.mix();
        within += each.within();
      }
    }
    return new GroupEffect(mix, within, added, gone, addedGroups, goneGroups, contributions);
  }
}
