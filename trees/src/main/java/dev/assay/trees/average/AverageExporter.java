package dev.assay.trees.average;

import dev.assay.core.model.Exporter;
import dev.assay.core.model.Model;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.Trainers;
import dev.assay.trees.average.AverageModel.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Stores every member that has several forms in the one that is asked for, the others as is. */
final class AverageExporter implements Exporter {

  private final List<Member> members;

  AverageExporter(List<Member> members) {
    this.members = members;
  }

  @Override
  public Model in(String precision) {
    List<Member> stored = new ArrayList<>();
    try {
      for (Member member : members) {
        stored.add(new Member(member.trainer(), in(precision, member)));
      }
      return AverageModel.of(stored);
    } catch (RuntimeException e) {
      stored.forEach(member -> member.model().close());
      throw e;
    }
  }

  private static Model in(String precision, Member member) {
    Optional<Exporter> exporter = member.model().exporter();
    if (exporter.isPresent()) {
      return exporter.get().in(precision);
    }
    // Another instance, since the variant is closed by itself.
    Trainer trainer = Objects.requireNonNull(Trainers.inner().get(member.trainer()));
    return trainer.read(member.model().files());
  }
}
