package dev.assay.core.model;

/**
 * The value of a {@link Setting.Folder}.
 *
 * @param said what was said, which is on record: the same wherever a checkout lies
 * @param path where it is, or a name that needs no folder
 */
public record FolderChoice(String said, String path) {

  /** What was said, with a relative path set to start in a folder; empty for where we are. */
  static FolderChoice of(Setting.Folder setting, String said, String folder) {
    boolean isWhole =
        said.isBlank()
            || folder.isEmpty()
            || setting.names().contains(said)
            || said.startsWith("/")
            || said.matches("(?s)[A-Za-z]:[/\\\\].*");
    return new FolderChoice(said, isWhole ? said : folder + "/" + said);
  }
}
