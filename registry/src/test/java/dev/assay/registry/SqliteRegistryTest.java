package dev.assay.registry;

import java.nio.file.Path;

class SqliteRegistryTest extends RegistryContract {

  @Override
  String emptyDatabase(Path folder) {
    folder.toFile().mkdirs();
    return "jdbc:sqlite:" + folder.resolve("assay.db");
  }
}
