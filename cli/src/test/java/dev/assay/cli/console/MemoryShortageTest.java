package dev.assay.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryShortageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "std::bad_alloc",
        "[enforce fail at alloc_cpu.cpp:117] err == 0. DefaultCPUAllocator: can't allocate memory:"
            + " you tried to allocate 8589934592 bytes.",
        "Error code - ORT_RUNTIME_EXCEPTION - message: Failed to allocate memory for requested"
            + " buffer of size 1073741824",
        "Out of Memory Error: failed to allocate data of size 256.0 MiB"
      })
  void the_words_of_native_libraries_are_known_wherever_they_stand_in_the_chain(String words) {
    Exception inner = new RuntimeException(words);
    assertThat(MemoryShortage.isBehind(inner)).isTrue();
    assertThat(MemoryShortage.isBehind(new IllegalStateException("scoring failed", inner)))
        .isTrue();
  }

  @Test
  void other_failures_are_none_of_memory() {
    assertThat(MemoryShortage.isBehind(new IllegalStateException("a fault", null))).isFalse();
    assertThat(MemoryShortage.isBehind(new RuntimeException())).isFalse();
  }
}
