package io.mosskit.curation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PagesLoadNothingTest {

  @Test
  void linksLeadIntoThePageOrToAFileBesideIt() {
    List<String> targets =
        Pages.all(Pages.page(Summaries.small()), "*").stream()
            .filter(element -> element.hasAttribute("href"))
            .map(element -> element.getAttribute("href"))
            .filter(target -> !target.startsWith("#"))
            .toList();
    assertThat(targets)
        .containsExactly(
            "corpus.jsonl",
            "rejected.jsonl",
            "clusters.tsv",
            "stats.json",
            "report.html",
            "README.md",
            "croissant.json");
  }

  @Test
  void nothingIsLoadedOrRun() throws IOException {
    Document page = Pages.page(Summaries.small());
    for (String name : List.of("script", "link", "img", "iframe", "object", "image", "use")) {
      assertThat(Pages.all(page, name)).as(name).isEmpty();
    }
    for (Element element : Pages.all(page, "*")) {
      for (String attribute : List.of("src", "style", "onclick", "onload")) {
        assertThat(element.hasAttribute(attribute)).isFalse();
      }
    }
    assertThat(new Page(Summaries.small(), Summaries.CONTEXT).content())
        .doesNotContain("http:", "https:", "url(", "@import");
  }

  @Test
  void theBrowserIsToldToo() {
    assertThat(Pages.all(Pages.page(Summaries.small()), "meta"))
        .filteredOn(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
        .singleElement()
        .satisfies(meta ->
            assertThat(meta.getAttribute("content"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'"));
  }

  @ParameterizedTest
  @CsvSource({
    "href, https://example.org/",
    "href, //example.org/a.css",
    "href, javascript:alert(1)",
    "href, ../secret.html",
    "src, a.png",
    "style, color: red",
    "onclick, alert(1)",
    "a b, c"
  })
  void anElementThatLeadsAwayCannotBeMade(String attribute, String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Html.element("a", "a").with(attribute, value))
        .withMessageContaining(attribute.toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"</style><script>", "a & b", "a { background: url(x) }", "@import 'x';"})
  void aStyleSheetThatLoadsOrEndsCannotBeMade(String css) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Html.Style(css));
  }
}
