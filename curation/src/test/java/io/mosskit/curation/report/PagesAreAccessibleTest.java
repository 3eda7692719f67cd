package io.mosskit.curation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.CurationSummary;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

class PagesAreAccessibleTest {

  static Stream<CurationSummary> summaries() {
    return Stream.of(
        Summaries.small(),
        Summaries.empty(),
        Summaries.withTextsEverywhere("一个很长的名字 and a long name ".repeat(9)));
  }

  @ParameterizedTest
  @MethodSource("summaries")
  void theLanguageAndTheTitleAreSaid(CurationSummary summary) {
    Document page = Pages.page(summary);
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    assertThat(Pages.all(page, "title").getFirst().getTextContent())
        .isEqualTo("Small talk 闲聊 – curation report");
  }

  @ParameterizedTest
  @MethodSource("summaries")
  void aSkipLinkThenOneOfEachLandmark(CurationSummary summary) {
    Document page = Pages.page(summary);
    List<Element> inBody = Pages.all(Pages.all(page, "body").getFirst(), "*");
    assertThat(inBody.getFirst().getAttribute("href")).isEqualTo("#report");
    assertThat(Pages.all(page, "main").getFirst().getAttribute("id")).isEqualTo("report");
    for (String landmark : List.of("header", "nav", "main", "footer")) {
      assertThat(Pages.all(page, landmark)).as(landmark).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("summaries")
  void headingsGoDownOneLevelAtATime(CurationSummary summary) {
    List<Integer> levels =
        Pages.all(Pages.page(summary), "*").stream()
            .map(Element::getTagName)
            .filter(name -> name.matches("h[1-6]"))
            .map(name -> name.charAt(1) - '0')
            .toList();
    assertThat(levels).startsWith(1, 2);
    assertThat(levels.subList(1, levels.size())).doesNotContain(1);
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
    }
  }

  @ParameterizedTest
  @MethodSource("summaries")
  void eachTableHasACaptionAndHeadsOfItsColumnsAndRows(CurationSummary summary) {
    for (Element table : Pages.all(Pages.page(summary), "table")) {
      assertThat(Pages.all(table, "caption")).hasSize(1);
      assertThat(Pages.all(Pages.all(table, "thead").getFirst(), "th"))
          .isNotEmpty()
          .allSatisfy(head -> assertThat(head.getAttribute("scope")).matches("col|colgroup"));
      for (Element body :
          Stream.of("tbody", "tfoot").flatMap(n -> Pages.all(table, n).stream()).toList()) {
        assertThat(Pages.all(body, "tr"))
            .allSatisfy(row ->
                assertThat(Pages.all(row, "th"))
                    .singleElement()
                    .satisfies(h -> assertThat(h.getAttribute("scope")).isEqualTo("row")));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("summaries")
  void eachPictureSaysWhatItShows(CurationSummary summary) {
    Document page = Pages.page(summary);
    for (Element picture : Pages.all(page, "svg")) {
      assertThat(picture.getAttribute("role")).isEqualTo("img");
      Element title = Pages.all(picture, "title").getFirst();
      Element description = Pages.all(picture, "desc").getFirst();
      assertThat(picture.getAttribute("aria-labelledby"))
          .isEqualTo(title.getAttribute("id") + " " + description.getAttribute("id"));
      assertThat(title.getTextContent()).isNotBlank();
      assertThat(description.getTextContent()).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("summaries")
  void theNumbersOfEachPictureStandInATableToo(CurationSummary summary) {
    for (Element figure : Pages.all(Pages.page(summary), "figure")) {
      Node next = figure.getNextSibling();
      while (next instanceof Text) {
        next = next.getNextSibling();
      }
      assertThat(next).as(figure.getTextContent()).isInstanceOf(Element.class);
      Element after = (Element) next;
      assertThat(after.getTagName().equals("table") || !Pages.all(after, "table").isEmpty())
          .as(figure.getTextContent())
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("summaries")
  void idsAreUniqueAndWhatRefersToThemFindsThem(CurationSummary summary) {
    List<Element> elements = Pages.all(Pages.page(summary), "*");
    List<String> ids =
        elements.stream().map(e -> e.getAttribute("id")).filter(id -> !id.isEmpty()).toList();
    assertThat(ids).doesNotHaveDuplicates();
    Set<String> wanted = new HashSet<>();
    for (Element element : elements) {
      wanted.addAll(Arrays.asList(element.getAttribute("aria-labelledby").split(" ")));
      if (element.getAttribute("href").startsWith("#")) {
        wanted.add(element.getAttribute("href").substring(1));
      }
    }
    wanted.remove("");
    assertThat(ids).containsAll(wanted);
  }
}
