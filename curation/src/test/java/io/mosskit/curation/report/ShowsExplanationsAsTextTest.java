package io.mosskit.curation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.curation.explain.Explanation;
import io.mosskit.curation.explain.Explanation.Against;
import io.mosskit.curation.explain.Explanation.AtThreshold;
import io.mosskit.curation.explain.Explanation.Member;
import io.mosskit.curation.explain.Explanation.Told;
import io.mosskit.curation.explain.SharedText;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.json.Json;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ShowsExplanationsAsTextTest {
  private static final String HOSTILE =
      "<script>alert(1)</script> & \"quoted\" \u0000\u001b[31m half \ud83d turned \u202e 你好，世界";

  @TempDir Path folder;

  private static Told told(String id, boolean kept, String text) {
    return new Told(
        id,
        kept,
        kept ? "" : "duplicate",
        kept ? "kept" : "near_duplicate",
        "by </main> it resembles",
        Json.object().put("key", "user_turns").put("odd</td>", "<b>").build(),
        new Origin(Path.of("<i>.jsonl"), 3, 0),
        text);
  }

  private static Explanation hostile() {
    String right = HOSTILE + "\nsecond line";
    return new Explanation(
        told("<img src=x>", false, HOSTILE),
        DuplicateKey.USER_TURNS,
        0.7,
        Optional.of("kept & <b>"),
        Optional.of(told("kept & <b>", true, right)),
        Optional.of(SharedText.of(DuplicateKey.USER_TURNS, HOSTILE, right)),
        List.of(new Member("<img src=x>", "near_duplicate", 0.8)),
        List.of(new AtThreshold(0.7, Optional.of(new Against("</table>", 0.8)), true)));
  }

  private static Document page(Explanation explanation) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(ExplanationPage.content(explanation))));
  }

  @Test
  void nothingOfARecordBecomesMarkup() throws Exception {
    Document page = page(hostile());
    for (String name : List.of("script", "img", "b", "i", "link")) {
      assertThat(Pages.all(page, name)).as(name).isEmpty();
    }
    assertThat(page.getDocumentElement().getTextContent())
        .contains(
            "<script>alert(1)</script>", "‹U+0000›‹U+001B›[31m", "‹U+D83D›", "‹U+202E›", "你好，世界");
    assertThat(ExplanationPage.content(hostile()))
        .doesNotContain("http:", "https:", "url(", "<script")
        .contains("default-src 'none'");
  }

  @Test
  void whatIsSharedIsMarkedOnBothSides() throws Exception {
    Document page = page(hostile());
    List<Element> marks = Pages.all(page, "mark");
    assertThat(marks).hasSize(3); // the legend's, and one on either side
    assertThat(marks.get(1).getTextContent()).startsWith("script").endsWith("世界");
    assertThat(Pages.all(page, "br")).hasSize(1);
  }

  @Test
  void pagesOfKeptAndOfLonelyRecordsAreWellFormed() throws Exception {
    Explanation kept =
        new Explanation(
            told("茶", true, "泡绿茶用多少度的水"),
            DuplicateKey.USER_TURNS,
            0.7,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());
    assertThat(page(kept).getDocumentElement().getTextContent()).contains("Kept.", "泡绿茶");
    ExplanationPage.write(kept, folder.resolve("page.html"));
    assertThat(Files.readString(folder.resolve("page.html")))
        .isEqualTo(ExplanationPage.content(kept));
  }
}
