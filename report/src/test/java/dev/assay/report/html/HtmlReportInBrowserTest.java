package dev.assay.report.html;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.assay.report.document.Block;
import dev.assay.report.document.Cell;
import dev.assay.report.document.Document;
import dev.assay.report.document.SampleReport;
import dev.assay.report.document.Section;
import dev.assay.report.document.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a reader has it, opened from a file. */
class HtmlReportInBrowserTest {

  private static final List<Path> CHROMIUM =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));

  @TempDir static Path folder;

  private static Playwright playwright;
  private static Browser browser;

  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private String address;
  private BrowserContext context;
  private com.microsoft.playwright.Page page;

  @BeforeAll
  static void start() throws IOException {
    Path chromium = CHROMIUM.stream().filter(Files::isExecutable).findFirst().orElse(null);
    assumeTrue(chromium != null, "No Chromium on this machine: looked for " + CHROMIUM);
    HtmlReport.write(SampleReport.document(), folder.resolve("report.html"));
    playwright = Playwright.create();
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setChromiumSandbox(false)
                    .setArgs(List.of("--disable-gpu")));
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void open() {
    address = folder.resolve("report.html").toUri().toString();
    context = browser.newContext();
    page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(address);
  }

  @AfterEach
  void close() {
    context.close();
    assertThat(complaints).isEmpty();
    assertThat(requests).containsOnly(address);
  }

  @Test
  void the_outcome_comes_first() {
    assertThat(page.title()).isEqualTo("Held: weekly-forecast");
    assertThat(page.locator(".headline").innerText()).isEqualTo("Held");
    assertThat(page.locator(".headline").boundingBox().y).isLessThan(300);
  }

  @Test
  void every_chart_is_drawn_as_vectors() {
    Locator charts = page.locator(".chart");

    assertThat(charts.count()).isEqualTo(5);
    for (Locator chart : charts.all()) {
      assertThat(chart.locator("svg path").count()).isGreaterThan(3);
      assertThat(chart.getAttribute("aria-label")).contains(" chart: ");
    }
    assertThat(page.locator("#threshold-curve-chart").textContent())
        .contains("chosen 0.41", "precision", "recall", "f1");
  }

  @Test
  void charts_follow_the_colour_scheme_and_print_in_the_light_one() {
    assertThat(barsOfColour("#2563c9")).isAttached();
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(barsOfColour("#78abff")).isAttached();
    page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(barsOfColour("#2563c9")).isAttached();
  }

  @Test
  void a_click_on_a_column_sorts_by_number_both_ways_and_leaves_gaps_last() {
    Locator rows = page.locator("#countries-compared tbody tr");
    Locator header =
        page.locator("#countries-compared")
            .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("change"));

    header.click();
    assertThat(changes(rows)).isSorted();
    assertThat(rows.last().innerText()).startsWith("Zanzibar & <Pemba>");
    header.click();
    assertThat(changes(rows)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(rows.last().innerText()).startsWith("Zanzibar & <Pemba>");
    assertThat(page.locator("#countries-compared [aria-sort]").getAttribute("aria-sort"))
        .isEqualTo("descending");
  }

  @Test
  void a_long_table_folds_away() {
    Locator table = page.locator("#countries-compared");
    assertThat(table.isVisible()).isTrue();

    page.getByText("60 rows").click();

    assertThat(table.isVisible()).isFalse();
  }

  @Test
  void landmarks_and_tables_have_names() {
    assertThat(page.getByRole(AriaRole.MAIN).count()).isEqualTo(1);
    assertThat(
            page.getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("Sections"))
                .getByRole(AriaRole.LINK)
                .allInnerTexts())
        .containsExactly(
            "Checks", "Thresholds and calibration", "Holdouts", "Countries", "Training");
    assertThat(
            page.getByRole(
                    AriaRole.TABLE,
                    new GetByRoleOptions().setName("Each gate, with the evidence that decided it"))
                .getByRole(AriaRole.ROWHEADER)
                .first()
                .innerText())
        .isEqualTo("recent reality");
  }

  @Test
  void a_phone_scrolls_tables_and_never_the_page() {
    page.setViewportSize(375, 800);

    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(375);
  }

  @Test
  void the_policy_stops_scripts_and_loads_that_are_not_the_pages_own() {
    Object ran =
        page.evaluate(
            """
            () => {
              const script = document.createElement("script");
              script.textContent = "window.intruded = true";
              document.body.append(script);
              return window.intruded === true;
            }
            """);

    assertThat(ran).isEqualTo(false);
    assertThat(complaints).singleElement().asString().contains("Content Security Policy");
    complaints.clear();
  }

  @Test
  void words_of_the_data_are_never_markup() throws IOException {
    String hostile = "</script><img src=x onerror=alert(1)>\"'&amp;";
    Path file = folder.resolve("hostile.html");
    HtmlReport.write(documentOf(hostile), file);
    requests.clear();

    address = file.toUri().toString();
    page.navigate(address);
    page.locator("#curve-chart").hover();

    assertThat(page.locator("img").count()).isZero();
    assertThat(page.title()).isEqualTo(hostile + ": " + hostile);
    assertThat(
            page.locator(".headline, .summary, h1, dt, dd, section p, caption, th, td, figcaption")
                .allTextContents())
        .filteredOn(text -> text.contains("img"))
        .hasSizeGreaterThan(12)
        .allSatisfy(text -> assertThat(text).contains(hostile));
    assertThat(page.locator("#curve-chart svg text").allTextContents()).contains(hostile);
  }

  private static Document documentOf(String words) {
    Block.Chart chart =
        new Block.LineChart(
            "curve",
            words,
            Block.Axis.unit(words),
            Block.Axis.unit("y"),
            List.of(new Block.Series(words, List.of(0.0, 1.0), List.of(0.0, 1.0))),
            List.of(new Block.Marker(words, 0.5)));
    Block.Table table =
        new Block.Table(
            "words",
            words,
            List.of(words, "b", "c"),
            List.of(
                List.of(
                    Cell.text(words), new Cell.Mark(words, Tone.GOOD), new Cell.Missing(words))));
    return new Document(
        words,
        words,
        words,
        Tone.GOOD,
        words,
        List.of(new Block.Fact(words, words)),
        List.of(
            new Section("prose", words, List.of(new Block.Prose(words), chart)),
            new Section("tables", words, List.of(new Block.Notice(Tone.BAD, words), table))));
  }

  private Locator barsOfColour(String colour) {
    return page.locator("#stage-times-chart svg path[fill='" + colour + "']").first();
  }

  private static List<Double> changes(Locator rows) {
    return rows.all().stream()
        .limit(SampleReport.GROUPS - 1)
        .map(row -> row.locator("td, th").nth(6).innerText())
        .map(text -> Double.valueOf(text.replace('−', '-')))
        .toList();
  }
}
