package dev.assay.trees.average;

import dev.assay.core.example.Dataset;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.model.Exporter;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.prediction.Scores;
import dev.assay.trees.internal.PartDocument;
import dev.assay.trees.internal.SchemaDocument;
import dev.assay.trees.internal.StoredDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Models whose scores are averaged, row by row and label by label. */
final class AverageModel implements Model {

  private final List<Member> members;
  private final ModelFiles files;

  /**
   * A model that is part of the average.
   *
   * @param trainer the name of its trainer
   */
  record Member(String trainer, Model model) {}

  private AverageModel(List<Member> members, ModelFiles files) {
    this.members = List.copyOf(members);
    this.files = files;
  }

  /**
   * The average of models of one schema, which it closes with itself.
   *
   * @param members at least one
   */
  static AverageModel of(List<Member> members) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<PartDocument> parts = new ArrayList<>();
    for (Member member : members) {
      String prefix = "member-" + (parts.size() + 1);
      parts.add(PartDocument.write(member.trainer(), member.model(), prefix, files));
    }
    SchemaDocument labels = SchemaDocument.of(members.getFirst().model().schema());
    files.put(AverageDocument.FILE, StoredDocument.write(new AverageDocument(labels, parts)));
    return new AverageModel(members, new ModelFiles(files));
  }

  /**
   * The model of its files.
   *
   * @throws dev.assay.core.problem.InvalidInputException where they are damaged, or of a trainer
   *     that is not here
   */
  static AverageModel read(ModelFiles files) {
    return StoredDocument.read(
        files, AverageDocument.FILE, AverageDocument.class, document -> read(document, files));
  }

  private static AverageModel read(AverageDocument document, ModelFiles files) {
    LabelSchema labels = document.labels().toSchema();
    List<Member> opened = new ArrayList<>();
    try {
      for (PartDocument part : document.members()) {
        opened.add(new Member(part.trainer(), part.read(files, AverageDocument.FILE)));
        if (!opened.getLast().model().schema().equals(labels)) {
          throw new IllegalArgumentException("a member has other labels.");
        }
      }
      return new AverageModel(opened, files);
    } catch (RuntimeException e) {
      opened.forEach(member -> member.model().close());
      throw e;
    }
  }

  /** The models that it averages; still its own to close. */
  List<Member> members() {
    return members;
  }

  @Override
  public LabelSchema schema() {
    return members.getFirst().model().schema();
  }

  @Override
  public List<String> inputs() {
    Set<String> inputs = new LinkedHashSet<>();
    members.forEach(member -> inputs.addAll(member.model().inputs()));
    return List.copyOf(inputs);
  }

  @Override
  public boolean readsGroups() {
    return members.stream().anyMatch(member -> member.model().readsGroups());
  }

  @Override
  public Scores score(Dataset examples) {
    return MeanScores.of(members.stream().map(member -> member.model().score(examples)).toList());
  }

  @Override
  public Optional<Exporter> exporter() {
    return members.stream().anyMatch(member -> member.model().exporter().isPresent())
        ? Optional.of(new AverageExporter(members))
        : Optional.empty();
  }

  @Override
  public ModelFiles files() {
    return files;
  }

  @Override
  public void close() {
    members.forEach(member -> member.model().close());
  }
}
