package dev.assay.pipeline.run;

import dev.assay.core.progress.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Where and by whom a run is done.
 *
 * @param home the folder {@code .assay}
 * @param jdbcUrl the database of a team; empty for the home's own
 * @param actor who asked for it, as the history names them
 * @param clock gives the times on record
 * @param progress is told how far the work is
 */
public record Surroundings(
    Path home, Optional<String> jdbcUrl, String actor, Clock clock, Progress progress) {}
