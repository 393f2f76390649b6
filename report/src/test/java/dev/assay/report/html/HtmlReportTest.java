package dev.assay.report.html;

import dev.assay.report.document.SampleReport;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

  @Test
  void tmp() throws IOException {
    HtmlReport.write(SampleReport.document(), Path.of("/tmp/rp/report.html"));
  }
}
