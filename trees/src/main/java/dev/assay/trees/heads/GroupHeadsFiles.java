package dev.assay.trees.heads;

import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.trees.heads.GroupHeadsDocument.HeadDocument;
import dev.assay.trees.internal.PartDocument;
import dev.assay.trees.internal.SchemaDocument;
import dev.assay.trees.internal.StoredDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts base, heads and stacks into the files of one model, and takes them out again. */
final class GroupHeadsFiles {

  private GroupHeadsFiles() {}

  /**
   * The model of its parts.
   *
   * @param baseTrainer the name of the trainer of the base
   * @param headTrainer the name of the trainer of the heads
   */
  static GroupHeadsModel model(
      GroupHeadsModel.Parts parts, String baseTrainer, String headTrainer) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    PartDocument base = PartDocument.write(baseTrainer, parts.base(), "base", files);
    List<HeadDocument> heads = new ArrayList<>();
    parts
        .heads()
        .forEach(
            (key, head) -> {
              String prefix = "head-%04d".formatted(heads.size());
              heads.add(
                  new HeadDocument(
                      key.cluster(),
                      key.label(),
                      PartDocument.write(headTrainer, head, prefix, files)));
            });
    GroupHeadsDocument document =
        new GroupHeadsDocument(
            SchemaDocument.of(parts.base().schema()),
            base,
            parts.clusters().clusters(),
            heads,
            parts.stacks());
    files.put(GroupHeadsDocument.FILE, StoredDocument.write(document));
    return new GroupHeadsModel(parts, new ModelFiles(files));
  }

  /**
   * The model of its files; the caller closes it.
   *
   * @throws InvalidInputException where they are damaged, or of a trainer that is not here
   */
  static GroupHeadsModel read(ModelFiles files) {
    return StoredDocument.read(
        files,
        GroupHeadsDocument.FILE,
        GroupHeadsDocument.class,
        document -> read(document, files));
  }

  private static GroupHeadsModel read(GroupHeadsDocument document, ModelFiles files) {
    List<Model> opened = new ArrayList<>();
    try {
      Model base = document.base().read(files, GroupHeadsDocument.FILE);
      opened.add(base);
      if (!base.schema().equals(document.labels().toSchema())) {
        throw new IllegalArgumentException("the base has other labels.");
      }
      Map<HeadKey, Model> heads = new LinkedHashMap<>();
      for (HeadDocument head : document.heads()) {
        Model model = head.model().read(files, GroupHeadsDocument.FILE);
        opened.add(model);
        heads.put(new HeadKey(head.cluster(), head.label()), model);
      }
      ClusterMap clusters = new ClusterMap(document.clusters());
      GroupHeadsModel.Parts parts =
          new GroupHeadsModel.Parts(clusters, base, heads, document.stacks());
      return new GroupHeadsModel(parts, files);
    } catch (RuntimeException e) {
      opened.forEach(Model::close);
      throw e;
    }
  }
}
