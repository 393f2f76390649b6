package dev.assay.report.html;

import dev.assay.report.document.Document;
import dev.assay.report.file.AtomicFile;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A report as a single HTML file: style, script, charts and data are inside, a content security
 * policy forbids it any access to a network, and without scripts it still shows every figure. The
 * same document gives the same bytes.
 */
public final class HtmlReport {

  /** The templates are compiled with this module, so no compiler is needed when they are used. */
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          HtmlReport.class.getClassLoader(),
          HtmlReport.class.getPackageName());

  private HtmlReport() {}

  /**
   * Writes the report to a file, whole or not at all.
   *
   * @throws IOException where the file cannot be written
   */
  public static void write(Document document, Path file) throws IOException {
    AtomicFile.write(file, render(document));
  }

  static String render(Document document) {
    TemplateOutput html = new StringOutput();
    TEMPLATES.render("report.jte", Map.of("page", Page.of(document)), html);
    return html.toString();
  }
}
