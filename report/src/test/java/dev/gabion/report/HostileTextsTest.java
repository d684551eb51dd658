package dev.gabion.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gabion.finding.Finding;
import dev.gabion.finding.Report;
import dev.gabion.finding.Sha256;
import dev.gabion.report.generate.HostileTexts;
import dev.gabion.report.generate.ReportGenerator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** One corpus of hostile texts, in every place a text can be, through every format. */
final class HostileTextsTest {
    static final List<String> FORMATS = Printers.NAMES;

    private static final Report REPORT = report(HostileTexts.ALL);

    private static Report report(List<String> texts) {
        return ReportGenerator.seeded(11)
                .saying(texts)
                .findings(400)
                .diagnostics(60)
                .withPasses()
                .withFrameworks()
                .withExceptions()
                .withBaseline()
                .report();
    }

    static Stream<String> texts() {
        return HostileTexts.ALL.stream();
    }

    /** Lines quoted from files are as hostile as names. */
    private static final Sources HOSTILE_SOURCES =
            (file, number) -> SourceLine.of(HostileTexts.ALL.get(number % HostileTexts.ALL.size()));

    private static final PrintOptions QUOTING = new PrintOptions(HOSTILE_SOURCES, 80, false, true, "");

    @ParameterizedTest
    @FieldSource("FORMATS")
    void anyFormat_ofHostileTexts_hasNoCharacterThatSteersOrHides(String format) {
        assertThat(harmful(Prints.of(format, REPORT, QUOTING))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void anyFormat_ofOneHostileTextEverywhere_isAValidDocument(String text) {
        Report report = report(List.of(text));
        for (String format : FORMATS) {
            assertThat(harmful(Prints.of(format, report, QUOTING))).as(format).isEmpty();
        }
        assertThat(Prints.json("json", report).get("findings")).hasSize(400);
        assertThat(Prints.json("sarif", report).get("runs")).hasSize(1);
        assertThat(Prints.json("gitlab", report)).hasSize(400);
        assertThat(Prints.of("jsonl", report).lines().map(Prints::read)).hasSize(400);
        assertThat(Csv.read(Prints.of("csv", report)))
                .hasSize(401)
                .allSatisfy(row -> assertThat(row).hasSize(20));
        Xml.read(Prints.of("junit", report));
        assertThat(HtmlScan.of(Prints.of("html", report, QUOTING)).scripts()).hasSize(2);
    }

    private static List<String> harmful(String printed) {
        return printed.codePoints()
                .filter(c -> c != '\n' && c != '\r' && Visible.isHarmful(c))
                .mapToObj(Integer::toHexString)
                .distinct()
                .toList();
    }

    @Test
    void json_hostileTexts_comeBackAsTheyWere() {
        Iterator<JsonNode> printed = Prints.json("json", REPORT).get("findings").iterator();
        for (Finding finding : REPORT.findings()) {
            JsonNode node = printed.next();
            assertThat(node.get("message").asString()).isEqualTo(finding.message());
            assertThat(node.get("file").isNull() ? "" : node.get("file").asString())
                    .isEqualTo(finding.place().file());
            assertThat(node.get("path").asString()).isEqualTo(finding.path());
        }
    }

    @Test
    void csv_noCell_isAFormula() {
        for (List<String> row : Csv.read(Prints.of("csv", REPORT))) {
            assertThat(row)
                    .noneMatch(
                            cell -> !cell.isEmpty() && "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20".indexOf(cell.charAt(0)) >= 0);
        }
    }

    @Test
    void html_hostileTexts_makeNoTagAndNoAttribute() {
        HtmlScan scan = HtmlScan.of(Prints.of("html", REPORT, QUOTING));
        HtmlScan plain = HtmlScan.of(Prints.of("html", ReportGenerator.full(1, 300)));

        assertThat(scan.tags()).isSubsetOf(plain.tags());
        assertThat(scan.attributes()).isSubsetOf(plain.attributes());
        assertThat(scan.attributes()).noneMatch(name -> name.startsWith("on"));
    }

    @Test
    void html_ownPolicy_allowsItsScriptAndNoOther() throws Exception {
        String html = Prints.of("html", REPORT);
        byte[] script = HtmlScan.of(html).scripts().get(1).getBytes(StandardCharsets.UTF_8);
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Sha256.hex(script)));

        assertThat(html).contains("default-src 'none'").contains("script-src 'sha256-" + digest + "'");
    }

    @Test
    void html_page_reachesForNothingOutside() {
        String html = Prints.of("html", ReportGenerator.full(1, 50));

        assertThat(html).doesNotContain("src=").doesNotContain("@import").doesNotContain("url(");
        assertThat(HtmlScan.of(html).tags()).doesNotContain("link", "img", "iframe", "object");
    }

    @Test
    void markdown_hostileTexts_keepTheTablesAndMakeNoMarkup() {
        String markdown = Prints.of("markdown", REPORT);
        String text = markdown.replace("<code>", "").replace("</code>", "").replace("<!-- -->", "");

        assertThat(text).doesNotContain("<");
        assertThat(markdown).doesNotContain("@e").doesNotContain("://").doesNotContain("www.");
        assertThat(tableRows(markdown)).allSatisfy(row -> assertThat(bars(row)).isIn(4L, 6L, 8L));
    }

    private static List<String> tableRows(String markdown) {
        return markdown.lines().filter(line -> line.startsWith("|")).toList();
    }

    private static long bars(String row) {
        return row.replace("\\\\", "")
                .replace("\\|", "")
                .chars()
                .filter(c -> c == '|')
                .count();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void markdown_ofAnyText_fitsAComment(String text) {
        assertThat(Prints.of("markdown", report(List.of(text))).length()).isLessThan(65_000);
    }

    @Test
    void sarif_addresses_areUris() {
        List<String> uris = new ArrayList<>();
        Prints.json("sarif", REPORT)
                .findValues("artifactLocation")
                .forEach(a -> uris.add(a.get("uri").asString()));

        assertThat(uris)
                .isNotEmpty()
                .allSatisfy(uri -> assertThat(URI.create(uri)).isNotNull());
        assertThat(uris).allMatch(uri -> uri.chars().allMatch(c -> c > ' ' && c < 0x7F));
    }

    @Test
    void junit_hostileTexts_areTextAndNothingElse() {
        Element root = Xml.read(Prints.of("junit", REPORT));

        assertThat(Xml.all(root, "*").stream().map(Element::getTagName))
                .containsOnly(
                        "testsuite", "testcase", "failure", "error", "skipped", "properties", "property", "system-err");
    }

    @Test
    void table_withColour_writesNoSequenceButItsOwn() {
        String table = Prints.of("table", REPORT, new PrintOptions(HOSTILE_SOURCES, 80, true, true, ""));
        String plain = table.replaceAll("\u001b\\[[0-9;]+m", "");

        assertThat(table).contains("\u001b[1m");
        assertThat(harmful(plain)).isEmpty();
        assertThat(plain).isEqualTo(Prints.of("table", REPORT, QUOTING));
    }

    @Test
    void html_wordsOfJavaScript_areNoPropertiesOfThePage() throws Exception {
        assertThat(Set.copyOf(HostileTexts.ALL)).contains("__proto__", "constructor");
        assertThat(HtmlOutput.asset("page.js"))
                .contains("new Map()")
                .doesNotContain("innerHTML")
                .doesNotContain("eval(");
    }
}
