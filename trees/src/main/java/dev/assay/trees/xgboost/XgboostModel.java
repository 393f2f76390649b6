package dev.assay.trees.xgboost;

import dev.assay.core.example.Dataset;
import dev.assay.core.fingerprint.Sha256;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.model.Model;
import dev.assay.core.model.ModelFiles;
import dev.assay.core.prediction.Scores;
import dev.assay.trees.internal.BoundInputs;
import dev.assay.trees.internal.InputDocument;
import dev.assay.trees.internal.Inputs;
import dev.assay.trees.internal.SchemaDocument;
import dev.assay.trees.internal.StoredDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One booster for all classes of a multiclass schema, else one booster for each label. */
final class XgboostModel implements Model {

  private final LabelSchema schema;
  private final Inputs inputs;
  private final ModelFiles files;
  private final List<XgboostNative.Booster> boosters;

  private XgboostModel(
      LabelSchema schema, Inputs inputs, ModelFiles files, List<XgboostNative.Booster> boosters) {
    this.schema = schema;
    this.inputs = inputs;
    this.files = files;
    this.boosters = List.copyOf(boosters);
  }

  /** A model of boosters in XGBoost's JSON format, in the order of the labels. */
  static XgboostModel of(LabelSchema schema, Inputs inputs, List<byte[]> boosters) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<Preprocessing.BoosterFile> listed = new ArrayList<>();
    for (int i = 0; i < boosters.size(); i++) {
      String name = boosters.size() == 1 ? "booster.json" : "booster-%04d.json".formatted(i);
      files.put(name, boosters.get(i));
      listed.add(new Preprocessing.BoosterFile(name, Sha256.of(boosters.get(i))));
    }
    Preprocessing preprocessing =
        new Preprocessing(
            XgboostNative.version(), SchemaDocument.of(schema), InputDocument.of(inputs), listed);
    files.put(Preprocessing.FILE, StoredDocument.write(preprocessing));
    return read(new ModelFiles(files));
  }

  /**
   * The model of its files.
   *
   * @throws dev.assay.core.problem.InvalidInputException where they are damaged
   */
  static XgboostModel read(ModelFiles files) {
    return StoredDocument.read(
        files, Preprocessing.FILE, Preprocessing.class, document -> load(document, files));
  }

  /**
   * How many rounds each booster of a model has, in the order of the labels.
   *
   * @throws dev.assay.core.problem.InvalidInputException where the files are damaged
   */
  static List<Integer> rounds(ModelFiles files) {
    return StoredDocument.read(
        files,
        Preprocessing.FILE,
        Preprocessing.class,
        document ->
            document.boosters().stream()
                .map(file -> BoosterJson.rounds(files.required(file.name())))
                .toList());
  }

  private static XgboostModel load(Preprocessing document, ModelFiles files) {
    LabelSchema schema = document.labels().toSchema();
    Inputs inputs = InputDocument.toInputs(document.inputs());
    int expected = schema.kind() == TaskKind.MULTICLASS ? 1 : schema.size();
    if (document.boosters().size() != expected) {
      throw new IllegalArgumentException(
          document.boosters().size() + " boosters for " + schema.names());
    }
    List<XgboostNative.Booster> boosters = new ArrayList<>();
    try {
      for (Preprocessing.BoosterFile file : document.boosters()) {
        boosters.add(load(file, files, inputs));
      }
      return new XgboostModel(schema, inputs, files, boosters);
    } catch (RuntimeException e) {
      boosters.forEach(XgboostNative.Booster::close);
      throw e;
    }
  }

  private static XgboostNative.Booster load(
      Preprocessing.BoosterFile file, ModelFiles files, Inputs inputs) {
    byte[] content = files.required(file.name());
    if (!Sha256.of(content).equals(file.sha256())) {
      throw ModelFiles.damaged(
          file.name(), "its hash is not the one in " + Preprocessing.FILE + ".");
    }
    try {
      return XgboostNative.load(content, inputs.size());
    } catch (XgboostNative.Refused e) {
      throw ModelFiles.damaged(file.name(), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public LabelSchema schema() {
    return schema;
  }

  @Override
  public List<String> inputs() {
    return inputs.names();
  }

  @Override
  public Scores score(Dataset examples) {
    BoundInputs bound = inputs.bind(examples, "examples to score");
    int[] rows = IntStream.range(0, bound.rows()).toArray();
    float[][] columns = new float[schema.size()][rows.length];
    for (int i = 0; i < boosters.size(); i++) {
      BoosterScoring.score(boosters.get(i), bound, rows, 0, columns, i);
    }
    return Scores.takeOver(columns);
  }

  @Override
  public ModelFiles files() {
    return files;
  }

  @Override
  public void close() {
    boosters.forEach(XgboostNative.Booster::close);
  }
}
