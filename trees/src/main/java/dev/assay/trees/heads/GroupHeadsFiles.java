package dev.assay.trees.heads;

import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.Trainers;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import dev.assay.trees.heads.GroupHeadsDocument.FileDocument;
import dev.assay.trees.heads.GroupHeadsDocument.HeadDocument;
import dev.assay.trees.heads.GroupHeadsDocument.PartDocument;
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
    PartDocument base = part(baseTrainer, "base", parts.base(), files);
    List<HeadDocument> heads = new ArrayList<>();
    parts
        .heads()
        .forEach(
            (key, head) -> {
              String prefix = "head-%04d".formatted(heads.size());
              heads.add(
                  new HeadDocument(
                      key.cluster(), key.label(), part(headTrainer, prefix, head, files)));
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

  private static PartDocument part(
      String trainer, String prefix, Model model, Map<String, byte[]> into) {
    ModelFiles files = model.files();
    List<FileDocument> listed = new ArrayList<>();
    for (String name : files.names()) {
      String stored = prefix + "." + name;
      byte[] content = files.content(name);
      into.put(stored, content);
      listed.add(new FileDocument(name, stored, Sha256.of(content)));
    }
    return new PartDocument(trainer, listed);
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
      Model base = open(document.base(), files);
      opened.add(base);
      if (!base.schema().equals(document.labels().toSchema())) {
        throw new IllegalArgumentException("the base has other labels.");
      }
      Map<HeadKey, Model> heads = new LinkedHashMap<>();
      for (HeadDocument head : document.heads()) {
        Model model = open(head.model(), files);
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

  private static Model open(PartDocument part, ModelFiles files) {
    Map<String, Trainer> trainers = Trainers.inner();
    Trainer trainer = trainers.get(part.trainer());
    if (trainer == null) {
      throw new InvalidInputException(
          GroupHeadsDocument.FILE,
          "a part was trained with '" + part.trainer() + "', which is not here.",
          NearestName.advice(part.trainer(), trainers.keySet()));
    }
    Map<String, byte[]> own = new LinkedHashMap<>();
    for (FileDocument file : part.files()) {
      byte[] content = files.required(file.stored());
      if (!Sha256.of(content).equals(file.sha256())) {
        throw ModelFiles.damaged(
            file.stored(), "its hash is not the one in " + GroupHeadsDocument.FILE + ".");
      }
      own.put(file.name(), content);
    }
    return trainer.read(new ModelFiles(own));
  }
}
