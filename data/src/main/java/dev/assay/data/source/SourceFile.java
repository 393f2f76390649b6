package dev.assay.data.source;

/**
 * A file that was read.
 *
 * @param path as the declaration's folder shows it, with {@code /} between names
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 */
public record SourceFile(String path, String sha256) {}
