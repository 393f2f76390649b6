package dev.assay.report.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitXmlTest {

  private static final List<JUnitCase> CASES =
      List.of(
          new JUnitCase("recent reality", "weekly", new JUnitCase.Passed()),
          new JUnitCase(
              "legacy", "weekly", new JUnitCase.Failed("f1 < 0.85 & falling", "0.80\n0.79")),
          new JUnitCase("countries", "weekly", new JUnitCase.Skipped("too few \"groups\"")));

  @Test
  void build_systems_find_counts_cases_and_reasons(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("junit.xml");

    JUnitXml.write("weekly-forecast", CASES, file);

    assertThat(file)
        .hasContent(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="weekly-forecast" tests="3" failures="1" errors="0" skipped="1" time="0">
              <testsuite name="weekly-forecast" tests="3" failures="1" errors="0" skipped="1" time="0">
                <testcase name="recent reality" classname="weekly" time="0"/>
                <testcase name="legacy" classname="weekly" time="0">
                  <failure message="f1 &lt; 0.85 &amp; falling" type="failed">0.80
            0.79</failure>
                </testcase>
                <testcase name="countries" classname="weekly" time="0">
                  <skipped message="too few &quot;groups&quot;"/>
                </testcase>
              </testsuite>
            </testsuites>
            """);
  }

  @Property(tries = 300, seed = "23")
  void any_text_survives_a_parser_but_for_what_xml_cannot_hold(@ForAll String text)
      throws Exception {
    String xml =
        JUnitXml.render(text, List.of(new JUnitCase(text, text, new JUnitCase.Failed(text, text))));

    Element suites =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement();
    Element failure = (Element) suites.getElementsByTagName("failure").item(0);

    String held =
        text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|\\p{Cs}", "\uFFFD");
    assertThat(suites.getAttribute("name")).isEqualTo(held);
    assertThat(failure.getAttribute("message")).isEqualTo(held);
    assertThat(failure.getTextContent()).isEqualTo(held);
  }
}
