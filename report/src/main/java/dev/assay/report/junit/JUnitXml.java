package dev.assay.report.junit;

import dev.assay.report.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Test results in the XML that Ant's JUnit task wrote first and that Jenkins and GitLab read:
 * {@code testsuites / testsuite / testcase}. The same cases give the same bytes: there are no time
 * stamps, no host name, and every time is 0.
 */
public final class JUnitXml {

  private JUnitXml() {}

  /**
   * Writes the results to a file, whole or not at all.
   *
   * @param suite the name over all cases
   * @throws IOException where the file cannot be written
   */
  public static void write(String suite, List<JUnitCase> cases, Path file) throws IOException {
    AtomicFile.write(file, render(suite, cases));
  }

  /**
   * The results as XML 1.0. A character that XML cannot hold, such as a control character, stands
   * as U+FFFD.
   *
   * @param suite the name over all cases
   */
  public static String render(String suite, List<JUnitCase> cases) {
    long failures = cases.stream().filter(c -> c.outcome() instanceof JUnitCase.Failed).count();
    long skipped = cases.stream().filter(c -> c.outcome() instanceof JUnitCase.Skipped).count();
    String counts =
        " name=%s tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\" time=\"0\">\n"
            .formatted(attribute(suite), cases.size(), failures, skipped);
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuites").append(counts);
    xml.append("  <testsuite").append(counts);
    cases.forEach(testCase -> append(xml, testCase));
    return xml.append("  </testsuite>\n</testsuites>\n").toString();
  }

  private static void append(StringBuilder xml, JUnitCase testCase) {
    xml.append("    <testcase name=").append(attribute(testCase.name()));
    xml.append(" classname=").append(attribute(testCase.className())).append(" time=\"0\"");
    switch (testCase.outcome()) {
      case JUnitCase.Passed passed -> xml.append("/>\n");
      case JUnitCase.Failed failed ->
          xml.append(">\n      <failure message=")
              .append(attribute(failed.message()))
              .append(" type=\"failed\">")
              .append(escaped(failed.detail()))
              .append("</failure>\n    </testcase>\n");
      case JUnitCase.Skipped skipped ->
          xml.append(">\n      <skipped message=")
              .append(attribute(skipped.reason()))
              .append("/>\n    </testcase>\n");
    }
  }

  private static String attribute(String text) {
    // A parser turns bare white space in an attribute into blanks.
    return '"' + escaped(text).replace("\n", "&#10;").replace("\t", "&#9;") + '"';
  }

  private static String escaped(String text) {
    StringBuilder xml = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                case '\r' -> xml.append("&#13;");
                default -> xml.appendCodePoint(isXml(character) ? character : 0xFFFD);
              }
            });
    return xml.toString();
  }

  /** Char of XML 1.0, section 2.2. */
  private static boolean isXml(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
