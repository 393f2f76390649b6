package dev.assay.pipeline.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.model.Settings;
import dev.assay.core.model.Trainer;
import dev.assay.core.model.Trainers;
import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import dev.assay.pipeline.experiment.DecisionDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tells one procedure from another. */
class ProcedureTest {

  @TempDir Path encoder;

  @BeforeEach
  void files() throws IOException {
    for (String name : List.of("config.json", "model.safetensors", "tokenizer.json")) {
      Files.writeString(encoder.resolve(name), name);
    }
  }

  private static Procedure procedure(String name, Map<String, Object> given) {
    Trainer trainer = Objects.requireNonNull(Trainers.byName().get(name));
    Problems problems = new Problems();
    Settings settings = Settings.resolve(trainer.settings(), given, "train", problems);
    problems.throwIfAny();
    return new Procedure(trainer, settings, 1, DecisionDeclaration.STANDARD);
  }

  @Test
  void an_encoder_that_is_replaced_under_its_name_makes_another_procedure() throws IOException {
    Map<String, Object> transformer = Map.of("with", "transformer", "encoder", encoder.toString());
    Procedure alone = procedure("transformer", Map.of("encoder", encoder.toString()));
    Procedure member =
        procedure("average", Map.of("members", List.of(transformer, "tfidf-logistic")));
    Procedure base =
        procedure(
            "group-heads",
            Map.of("base", transformer, "clusters", Map.of("east", List.of("a", "b"))));
    String before = alone.key();
    String beforeOfBase = base.key();
    String beforeOfMember = member.key();
    assertThat(alone.key()).isEqualTo(before);

    Files.writeString(encoder.resolve("model.safetensors"), "other weights");

    assertThat(alone.key()).isNotEqualTo(before);
    assertThat(member.key()).isNotEqualTo(beforeOfMember);
    assertThat(base.key()).isNotEqualTo(beforeOfBase);
  }

  @Test
  void a_file_of_an_encoder_that_is_gone_is_told_by_its_path() throws IOException {
    Procedure procedure = procedure("transformer", Map.of("encoder", encoder.toString()));
    Files.delete(encoder.resolve("tokenizer.json"));

    assertThatThrownBy(procedure::key)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("tokenizer.json", "cannot be read", "Put it back");
  }
}
