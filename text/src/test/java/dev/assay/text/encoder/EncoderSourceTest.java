package dev.assay.text.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problems;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncoderSourceTest {

  @ParameterizedTest
  @CsvSource({"minilm-l6, 6", "bge-small, 12", "e5-small, 12"})
  void each_artefact_is_read_with_its_architecture(String name, int layers) {
    PretrainedEncoder encoder = EncoderSource.read(name);

    assertThat(encoder.name()).isEqualTo(name);
    assertThat(encoder.weights().architecture())
        .isEqualTo(new Architecture(30522, 512, 0, 2, 384, layers, 12, 1536, 1e-12, 0, 0));
    assertThat(encoder.tokeniser()).contains("[CLS]");
  }

  @ParameterizedTest
  @CsvSource({"minilm-16, minilm-l6", "bge_small, bge-small", "E5-Small, e5-small"})
  void an_unknown_encoder_is_told_with_the_nearest_name(String name, String nearest) {
    assertThatThrownBy(() -> EncoderSource.read(name))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there is no encoder '" + name + "', and no folder of that name")
        .hasMessageContaining("Did you mean '" + nearest + "'?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "no/such/folder", "a\0b"})
  void a_name_like_no_encoder_is_told_with_all_there_are(String name) {
    assertThatThrownBy(() -> EncoderSource.read(name))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Known: bge-small, e5-small, minilm-l6.")
        .hasMessageContaining("a folder with config.json, model.safetensors and tokenizer.json");
  }

  @Test
  void a_check_tells_what_reading_would_without_reading(@TempDir Path folder) {
    Problems fine = new Problems();
    EncoderSource.check("bge-small", fine);
    Problems missing = new Problems();
    EncoderSource.check(folder.toString(), missing);

    assertThat(fine.list()).isEmpty();
    assertThat(missing.list()).hasSize(3);
  }
}
