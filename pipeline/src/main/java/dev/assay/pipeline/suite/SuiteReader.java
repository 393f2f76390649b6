package dev.assay.pipeline.suite;

import dev.assay.core.bundle.Input;
import dev.assay.core.bundle.InputKind;
import dev.assay.core.label.LabelSchema;
import dev.assay.core.label.TaskKind;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import dev.assay.core.progress.Progress;
import dev.assay.core.suite.Suite;
import dev.assay.data.suite.OwnColumns;
import dev.assay.data.suite.VectorCheck;
import dev.assay.data.suite.VectorDraft;
import dev.assay.data.suite.VectorLayout;
import dev.assay.data.suite.VectorTable;
import dev.assay.pipeline.experiment.SuiteDeclaration;
import dev.assay.pipeline.yaml.Section;
import dev.assay.pipeline.yaml.YamlFile;
import dev.assay.pipeline.yaml.YamlValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads suites from their files, strictly, for the labels and inputs of one model. */
public final class SuiteReader {

  private static final String VECTORS = "vectors";

  /** Stands where there is no label to be known yet. */
  private static final LabelSchema NO_LABEL = LabelSchema.binary("any");

  private final Path folder;
  private final Function<List<VectorDraft>, LabelSchema> schema;
  private final Function<List<VectorDraft>, List<Input>> inputs;
  private final Optional<String> textInput;
  private final Progress progress;

  private SuiteReader(
      Path folder,
      Function<List<VectorDraft>, LabelSchema> schema,
      Function<List<VectorDraft>, List<Input>> inputs,
      Optional<String> textInput,
      Progress progress) {
    this.folder = folder;
    this.schema = schema;
    this.inputs = inputs;
    this.textInput = textInput;
    this.progress = progress;
  }

  /**
   * A reader.
   *
   * @param folder where relative paths start
   * @param schema the labels that vectors may name
   * @param inputs the columns that they may have
   */
  public SuiteReader(Path folder, LabelSchema schema, List<Input> inputs, Progress progress) {
    this(folder, drafts -> schema, drafts -> List.copyOf(inputs), onlyText(inputs), progress);
  }

  /**
   * A reader for models that Assay does not know: vectors may have any inputs.
   *
   * @param folder where relative paths start
   * @param schema the labels that vectors may name
   * @param textInput the input that a bare text is for
   */
  public static SuiteReader ofAnyInputs(Path folder, LabelSchema schema, String textInput) {
    return new SuiteReader(
        folder,
        drafts -> schema,
        SuiteReader::inputsAsWritten,
        Optional.of(textInput),
        Progress.SILENT);
  }

  /**
   * A reader where no model is known at all: vectors may name any labels and have any inputs.
   *
   * @param folder where relative paths start
   * @param textInput the input that a bare text is for
   */
  public static SuiteReader ofAnything(Path folder, String textInput) {
    return new SuiteReader(
        folder,
        SuiteReader::labelsAsWritten,
        SuiteReader::inputsAsWritten,
        Optional.of(textInput),
        Progress.SILENT);
  }

  private static LabelSchema labelsAsWritten(List<VectorDraft> drafts) {
    List<String> labels =
        drafts.stream()
            .map(VectorDraft::claim)
            .filter(claim -> !claim.isOfAll())
            .flatMap(claim -> claim.labels().stream())
            .filter(label -> !label.isBlank())
            .distinct()
            .toList();
    return labels.isEmpty() ? NO_LABEL : new LabelSchema(TaskKind.MULTILABEL, labels);
  }

  private static List<Input> inputsAsWritten(List<VectorDraft> drafts) {
    return drafts.stream()
        .flatMap(draft -> draft.inputs().stream())
        .flatMap(input -> input.keySet().stream())
        .filter(name -> !name.isBlank())
        .distinct()
        .map(name -> new Input(name, InputKind.CATEGORICAL))
        .toList();
  }

  private static Optional<String> onlyText(List<Input> inputs) {
    List<String> texts =
        inputs.stream().filter(input -> input.kind() == InputKind.TEXT).map(Input::name).toList();
    return texts.size() == 1 ? Optional.of(texts.getFirst()) : Optional.empty();
  }

  /**
   * Whether a file is one of vectors, rather than an experiment that names such files.
   *
   * @throws InvalidInputException where it is YAML that cannot be read
   */
  public static boolean isVectors(Path file) {
    String name = file.toString();
    return !isYaml(name)
        || YamlFile.parse(name, YamlFile.text(file), new Problems()).entries().containsKey(VECTORS);
  }

  private static boolean isYaml(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static boolean isJsonLines(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".jsonl") || name.endsWith(".ndjson");
  }

  /**
   * The suite of a declaration.
   *
   * @throws InvalidInputException with all that is wrong with its file, each with its line
   */
  public Suite read(SuiteDeclaration declaration) {
    Problems problems = new Problems();
    List<VectorDraft> drafts = drafts(declaration, problems);
    Suite suite =
        new VectorCheck(schema.apply(drafts), inputs.apply(drafts), problems)
            .suite(declaration.name(), drafts);
    problems.throwIfAny();
    return suite;
  }

  private List<VectorDraft> drafts(SuiteDeclaration declaration, Problems problems) {
    return declaration
        .columns()
        .map(columns -> table(declaration.file(), columns))
        .orElseGet(() -> vectors(declaration.file(), problems));
  }

  private List<VectorDraft> table(String file, VectorLayout layout) {
    return new VectorTable(folder, file, layout).read(progress);
  }

  private List<VectorDraft> vectors(String file, Problems problems) {
    if (isYaml(file)) {
      return yaml(file, problems);
    }
    if (isJsonLines(file)) {
      return jsonLines(file, problems);
    }
    return table(file, new OwnColumns());
  }

  private List<VectorDraft> yaml(String file, Problems problems) {
    YamlValue.Mapping mapping = YamlFile.parse(file, text(file), problems);
    Section top = new Section(mapping, "", problems);
    top.text("note");
    if (!top.has(VECTORS)) {
      top.problem(VECTORS, "is missing.", "Add a list '" + VECTORS + ":'.");
    }
    List<VectorDraft> drafts = drafts(top.sections(VECTORS), problems);
    top.done();
    return drafts;
  }

  private List<VectorDraft> jsonLines(String file, Problems problems) {
    return drafts(
        JsonVectors.of(file, text(file), problems).stream()
            .map(mapping -> new Section(mapping, "", problems))
            .toList(),
        problems);
  }

  private String text(String file) {
    return YamlFile.text(folder.resolve(file));
  }

  private List<VectorDraft> drafts(List<Section> sections, Problems problems) {
    List<VectorDraft> drafts = new ArrayList<>();
    for (Section section : sections) {
      new VectorSection(section, textInput, problems).read().ifPresent(drafts::add);
    }
    return drafts;
  }
}
