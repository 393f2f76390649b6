package dev.assay.data.source;

import dev.assay.core.problem.Problems;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * One pass over a file before DuckDB reads it: hashes the bytes and finds what DuckDB would report
 * vaguely or read without a word (an empty file, wrong encoding, a file cut off).
 */
final class FileCheck {

  private static final byte[] PARQUET_MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private FileCheck() {}

  /** The file with its hash; notes what is wrong with its bytes. */
  static SourceFile check(RowFile file, Problems problems) {
    try {
      if (Files.size(file.path()) == 0) {
        problems.add(file.shown(), "the file is empty.", "");
      } else if (file.format() == FileFormat.PARQUET) {
        checkParquet(file, problems);
      }
      return new SourceFile(file.shown(), hash(file, problems));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.path(), e);
    }
  }

  private static String hash(RowFile file, Problems problems) throws IOException {
    if (file.format() == FileFormat.PARQUET || Files.size(file.path()) == 0) {
      return FileHash.sha256(file.path());
    }
    MessageDigest digest = FileHash.digest();
    TextCheck text = new TextCheck();
    try (InputStream raw = new DigestInputStream(Files.newInputStream(file.path()), digest)) {
      try {
        InputStream in =
            FileFormat.isPacked(file.shown()) ? new GZIPInputStream(raw, 1 << 16) : raw;
        byte[] block = new byte[1 << 16];
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
          text.feed(block, read);
        }
      } catch (EOFException | ZipException e) {
        problems.add(
            file.shown(),
            "the gzip stream breaks off after about line "
                + text.line()
                + " ("
                + e.getMessage()
                + ").",
            "Copy the file again, then check it with gzip -t.");
      }
      raw.transferTo(OutputStream.nullOutputStream());
    }
    text.invalidByte()
        .ifPresent(
            at ->
                problems.add(
                    file.shown() + ":" + text.line(),
                    "byte " + at + " of the file is not UTF-8.",
                    "Convert it, e.g. iconv -f WINDOWS-1252 -t UTF-8 " + file.shown() + "."));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void checkParquet(RowFile file, Problems problems) throws IOException {
    byte[] magic = new byte[PARQUET_MAGIC.length];
    try (RandomAccessFile bytes = new RandomAccessFile(file.path().toFile(), "r")) {
      if (bytes.length() >= 2L * PARQUET_MAGIC.length) {
        bytes.seek(bytes.length() - PARQUET_MAGIC.length);
        bytes.readFully(magic);
      }
    }
    if (!Arrays.equals(magic, PARQUET_MAGIC)) {
      problems.add(
          file.shown(),
          "the file does not end as a Parquet file ends: it is cut off, or no Parquet.",
          "Write or copy it again.");
    }
  }
}
