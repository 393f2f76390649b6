package dev.assay.pipeline.yaml;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML 1.2 files whose top is a mapping. */
public final class YamlFile {

  private final String label;
  private final Problems problems;

  private YamlFile(String label, Problems problems) {
    this.label = label;
    this.problems = problems;
  }

  /**
   * The text of a file.
   *
   * @throws InvalidInputException where there is no such file, or it is not in UTF-8
   */
  public static String text(Path file) {
    String label = file.toString();
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(
          label, "no such file.", "'assay init' writes one to start from.");
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(label, "is not UTF-8.", "Save it as UTF-8.");
    } catch (IOException e) {
      throw new InvalidInputException(label, "cannot be read: " + e.getMessage() + ".", "");
    }
  }

  /**
   * Reads text.
   *
   * @param label the file name to give in places
   * @param problems receives keys that stand twice
   * @throws InvalidInputException where the text is no YAML mapping
   */
  public static YamlValue.Mapping parse(String label, String text, Problems problems) {
    Optional<Node> root;
    try {
      root = new Compose(LoadSettings.builder().setLabel(label).build()).composeString(text);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new InvalidInputException(
          label + ":" + line,
          "is no YAML: " + e.getProblem() + ".",
          "Mind indents, colons and quotes.");
    } catch (YamlEngineException e) {
      throw new InvalidInputException(label, "is no YAML: " + e.getMessage() + ".", "");
    }
    if (root.isPresent()
        && new YamlFile(label, problems).convert(root.get()) instanceof YamlValue.Mapping mapping) {
      return mapping;
    }
    throw new InvalidInputException(
        label,
        "holds no mapping (lines of 'key: value').",
        "'assay init' writes one to start from.");
  }

  private YamlValue convert(Node node) {
    String place = place(node);
    return switch (node) {
      case MappingNode mapping -> new YamlValue.Mapping(place, entries(mapping));
      case SequenceNode sequence -> {
        List<YamlValue> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(convert(item)));
        yield new YamlValue.Sequence(place, items);
      }
      case ScalarNode scalar -> new YamlValue.Scalar(place, scalarValue(scalar));
      default -> throw new AssertionError("No YAML node: " + node.getNodeType());
    };
  }

  private Map<String, YamlValue> entries(MappingNode mapping) {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Node key = tuple.getKeyNode();
      if (!(key instanceof ScalarNode scalar)) {
        problems.add(place(key), "a key is no plain name.", "Use a word.");
        continue;
      }
      if (entries.put(scalar.getValue(), convert(tuple.getValueNode())) != null) {
        problems.add(place(key), "'" + scalar.getValue() + "' stands twice.", "Keep one.");
      }
    }
    return entries;
  }

  private static Object scalarValue(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    try {
      if (tag.equals(Tag.INT)) {
        return Long.valueOf(text);
      }
      if (tag.equals(Tag.FLOAT)) {
        return Double.valueOf(text);
      }
    } catch (NumberFormatException e) {
      return text;
    }
    return tag.equals(Tag.BOOL) ? (Object) Boolean.valueOf(text) : text;
  }

  private String place(Node node) {
    return label + ":" + node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
