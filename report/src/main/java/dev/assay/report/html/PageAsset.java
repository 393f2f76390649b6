package dev.assay.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A file that is copied into every page that needs it. */
enum PageAsset {
  STYLE("report.css"),
  SCRIPT("report.js"),
  /** Apache ECharts with lines, bars and the SVG renderer; the build takes it from its webjar. */
  CHART_SCRIPT("echarts.common.min.js");

  private final String file;

  PageAsset(String file) {
    this.file = file;
  }

  String text() {
    try (InputStream stream = PageAsset.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("The build left out " + file + ".");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + " of this program.", e);
    }
  }

  /** How a content security policy names an inline script (CSP level 3, hash-source). */
  static String sourceHash(String script) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
