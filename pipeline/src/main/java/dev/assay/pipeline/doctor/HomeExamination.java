package dev.assay.pipeline.doctor;

import dev.assay.core.problem.InvalidInputException;
import dev.assay.core.problem.Problem;
import dev.assay.pipeline.run.Registries;
import dev.assay.pipeline.run.Surroundings;
import dev.assay.registry.Registry;
import dev.assay.registry.history.HistoryEvent;
import dev.assay.registry.object.DamagedStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The home: whether it can be written to, its records read, and its champions served. */
final class HomeExamination {

  private static final String HOME = "home";
  private static final String RECORDS = "records";
  private static final String CHAMPION = "champion";
  private static final int HASH_DIGITS = 12;

  private final Surroundings surroundings;
  private final Path home;

  HomeExamination(Surroundings surroundings) {
    this.surroundings = surroundings;
    home = surroundings.home();
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(List.of(folder()));
    boolean kept = Files.exists(home.resolve("assay.db")) || surroundings.jdbcUrl().isPresent();
    if (Files.isDirectory(home) && kept) {
      findings.addAll(records());
    }
    return findings;
  }

  private Finding folder() {
    Path there = Machine.nearest(home);
    if (!Files.isDirectory(there) || !isWritable(there)) {
      return Finding.broken(
          HOME, there + " cannot be written to", "Change its owner, or name another --home.");
    }
    if (Files.notExists(home)) {
      return Finding.fine(HOME, home + " is not there yet; the first run makes it");
    }
    return othersMayWrite()
        ? Finding.doubtful(
            HOME,
            home + " can be written to by everybody, its history too",
            "Take that right away: chmod o-w " + home + ".")
        : Finding.fine(HOME, home + " can be written to");
  }

  /** By writing a file, since rights alone do not tell of a disk that is mounted to be read. */
  private static boolean isWritable(Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, ".doctor-", ".tmp"));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean othersMayWrite() {
    try {
      return home.getFileSystem().supportedFileAttributeViews().contains("posix")
          && Files.getPosixFilePermissions(home).contains(PosixFilePermission.OTHERS_WRITE);
    } catch (IOException e) {
      return false;
    }
  }

  private List<Finding> records() {
    try {
      Registry registry = Registries.open(surroundings);
      int runs = registry.runs().all().size();
      List<Finding> findings = new ArrayList<>();
      findings.add(Finding.fine(RECORDS, runs + (runs == 1 ? " run" : " runs") + " on record"));
      findings.addAll(champions(registry));
      return findings;
    } catch (InvalidInputException e) {
      return e.problems().stream().map(HomeExamination::records).toList();
    } catch (RuntimeException e) {
      return List.of(
          Finding.broken(
              RECORDS,
              "cannot be read: " + e.getMessage(),
              "Restore " + home.resolve("assay.db") + " from a backup."));
    }
  }

  private static Finding records(Problem problem) {
    return Finding.broken(RECORDS, problem.where() + ": " + problem.what(), problem.mend());
  }

  /** The champion, and those before it that a rollback would bring back. */
  private static List<Finding> champions(Registry registry) {
    Optional<String> champion = registry.history().champion();
    if (champion.isEmpty()) {
      return List.of(Finding.fine(CHAMPION, "there is none yet"));
    }
    List<Finding> findings = new ArrayList<>(List.of(bundle(registry, CHAMPION, champion.get())));
    registry.history().events().stream()
        .map(HistoryEvent::championAfter)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .distinct()
        .filter(hash -> !hash.equals(champion.get()))
        .forEach(hash -> findings.add(bundle(registry, "former champion", hash)));
    return findings;
  }

  private static Finding bundle(Registry registry, String what, String hash) {
    String shown = hash.substring(0, Math.min(HASH_DIGITS, hash.length()));
    try {
      registry.bundles().verify(hash);
      return Finding.fine(what, shown + " is whole");
    } catch (DamagedStoreException e) {
      return Finding.broken(
          what,
          shown + ": " + e.getMessage(),
          what.equals(CHAMPION) ? "Or take the one before: 'assay rollback'." : "");
    }
  }
}
