package dev.assay.trees.average;

import dev.assay.core.progress.Progress;

/** Tells of the training of one member, and which it is. */
final class MemberProgress implements Progress {

  private final Progress progress;
  private final String member;

  /**
   * The progress of a member.
   *
   * @param number its number, from 1
   * @param all how many members there are
   */
  MemberProgress(Progress progress, int number, int all) {
    this.progress = progress;
    this.member = "member %d of %d, ".formatted(number, all);
  }

  @Override
  public void report(String stage, long done, long total, String detail) {
    progress.report(member + stage, done, total, detail);
  }

  @Override
  public void say(String line) {
    progress.say(member + line);
  }
}
