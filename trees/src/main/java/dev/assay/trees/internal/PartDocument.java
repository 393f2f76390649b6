package dev.assay.trees.internal;

import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.Trainers;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model within a model, as it is stored.
 *
 * @param trainer the name of its trainer
 * @param files its files
 */
public record PartDocument(String trainer, List<FileDocument> files) {

  /** Copies the list. */
  public PartDocument {
    files = List.copyOf(files);
  }

  /**
   * A file of a model within the model.
   *
   * @param name its name there
   * @param stored its name here
   * @param sha256 the hash of its content
   */
  public record FileDocument(String name, String stored, String sha256) {}

  /**
   * Puts the files of a part among those of the whole.
   *
   * @param trainer the name of the part's trainer
   * @param prefix what the names of its files begin with there, another one for each part
   * @param into the files of the whole by name
   */
  public static PartDocument write(
      String trainer, Model part, String prefix, Map<String, byte[]> into) {
    ModelFiles files = part.files();
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
   * Opens the part; the caller closes it.
   *
   * @param whole the files of the whole
   * @param document the file that this stands in, to be named in problems
   * @throws InvalidInputException where a file is missing, damaged or of another model, or the
   *     trainer is not here
   */
  public Model read(ModelFiles whole, String document) {
    Map<String, Trainer> trainers = Trainers.inner();
    Trainer known = trainers.get(trainer);
    if (known == null) {
      throw new InvalidInputException(
          document,
          "a part was trained with '" + trainer + "', which is not here.",
          NearestName.advice(trainer, trainers.keySet()));
    }
    Map<String, byte[]> own = new LinkedHashMap<>();
    for (FileDocument file : files) {
      byte[] content = whole.required(file.stored());
      if (!Sha256.of(content).equals(file.sha256())) {
        throw ModelFiles.damaged(file.stored(), "its hash is not the one in " + document + ".");
      }
      own.put(file.name(), content);
    }
    return known.read(new ModelFiles(own));
  }
}
