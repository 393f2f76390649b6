package dev.assay.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.fingerprint.StableHash;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a model has seen that went on from another one. */
class ExposureUnionTest {

  private static TrainingExposure.Known seen(String id, String day) {
    Instant time = Instant.parse(day + "T00:00:00Z");
    return new TrainingExposure.Known(
        HashSet64.of(StableHash.of(id)),
        HashSet64.of(StableHash.of(id + "!")),
        1,
        time,
        time,
        RowHashes.NONE);
  }

  private static TrainingExposure.Known validatedOn(String id) {
    TrainingExposure.Known seen = seen(id, "2026-03-01");
    return new TrainingExposure.Known(
        seen.ids(),
        seen.contents(),
        1,
        seen.from(),
        seen.to(),
        new RowHashes(seen.ids(), seen.contents()));
  }

  @Test
  void a_row_was_only_validated_on_where_neither_learned_from_it() {
    TrainingExposure.Known learned = seen("a", "2026-03-01");

    assertThat(TrainingExposure.union(validatedOn("b"), learned))
        .isInstanceOfSatisfying(
            TrainingExposure.Known.class,
            known -> {
              assertThat(known.contains("b", 0)).isTrue();
              assertThat(known.learned())
                  .isEqualTo(new RowHashes(learned.ids(), learned.contents()));
            });
    assertThat(TrainingExposure.union(validatedOn("a"), learned))
        .isInstanceOfSatisfying(
            TrainingExposure.Known.class,
            known ->
                assertThat(known.learned())
                    .isEqualTo(new RowHashes(learned.ids(), learned.contents())));
  }

  @Test
  void the_rows_of_both_were_trained_on() {
    TrainingExposure union =
        TrainingExposure.union(seen("a", "2026-03-01"), seen("b", "2026-01-01"));

    assertThat(union)
        .isInstanceOfSatisfying(
            TrainingExposure.Known.class,
            known -> {
              assertThat(known.contains("a", 0)).isTrue();
              assertThat(known.contains("b", 0)).isTrue();
              assertThat(known.contains("c", StableHash.of("b!"))).isTrue();
              assertThat(known.contains("c", 0)).isFalse();
              assertThat(known.rows()).isEqualTo(2);
              assertThat(known.from()).isEqualTo("2026-01-01T00:00:00Z");
              assertThat(known.to()).isEqualTo("2026-03-01T00:00:00Z");
            });
  }

  @Test
  void nobody_knows_what_was_seen_where_it_is_unknown_of_either() {
    TrainingExposure unknown = new TrainingExposure.Unknown("from elsewhere");

    assertThat(TrainingExposure.union(seen("a", "2026-03-01"), unknown)).isEqualTo(unknown);
    assertThat(TrainingExposure.union(unknown, seen("a", "2026-03-01"))).isEqualTo(unknown);
  }
}
