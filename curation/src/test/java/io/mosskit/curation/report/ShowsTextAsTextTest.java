package io.mosskit.curation.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.CurationSummary;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShowsTextAsTextTest {

  /// Texts, and how they are to be seen.
  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("<script>alert(1)</script>", "<script>alert(1)</script>"),
        Arguments.of(
            "</style></title><img src=x onerror=y>", "</style></title><img src=x onerror=y>"),
        Arguments.of("\"quoted\" & 'apostrophe' &amp;", "\"quoted\" & 'apostrophe' &amp;"),
        Arguments.of("a ]]> b <![CDATA[ c", "a ]]> b <![CDATA[ c"),
        Arguments.of("一行\n两行\t三", "一行↵两行⇥三"),
        Arguments.of(
            "bell\u0007 null\0 del\u007F c1\u009B",
            "bell‹U+0007› null‹U+0000› del‹U+007F› c1‹U+009B›"),
        Arguments.of("\u202Egnirts\u202C \u2066x", "‹U+202E›gnirts‹U+202C› ‹U+2066›x"),
        Arguments.of("مرحبا שלום", "مرحبا שלום"),
        Arguments.of("half \uD800 and \uDC00", "half ‹U+D800› and ‹U+DC00›"),
        Arguments.of("\uFFFE\uFFFF\uFEFF\u00AD\u2028", "‹U+FFFE›‹U+FFFF›‹U+FEFF›‹U+00AD›‹U+2028›"),
        Arguments.of("👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 😀", "👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 😀"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("texts")
  void onThePageWhereverItStands(String text, String seen) {
    CurationSummary summary = Summaries.withTextsEverywhere(text);
    String page =
        Pages.page(summary, Summaries.context(text, null)).getDocumentElement().getTextContent();
    assertThat(page)
        .contains(seen + " – curation report")
        .contains("Dropped for " + seen)
        .contains(seen + " {");
    assertThat(page.split(Pattern.quote(seen), -1)).hasSizeGreaterThan(15);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("texts")
  void inTheBytesOfBothFiles(String text, String seen) throws IOException {
    CurationSummary summary = Summaries.withTextsEverywhere(text);
    ReportContext context = Summaries.context(text, text);
    String page = new Page(summary, context).content();
    String card = new Card(summary, context).content();
    for (String file : List.of(page, card)) {
      assertThat(new String(file.getBytes(UTF_8), UTF_8)).isEqualTo(file);
      assertThat(file.codePoints())
          .allMatch(c -> c == '\n' || Visible.of(Character.toString(c)).length() < 3);
    }
    assertThat(page).doesNotContain("<script", "<img", "<![CDATA[");
    String cardBody = card.substring(card.indexOf("\n---\n"));
    assertThat(cardBody).doesNotContain("<script", "<img", "<![CDATA[");
  }

  @Test
  void aLongTextIsCutBetweenCharacters() {
    String text = "😀".repeat(300);
    assertThat(Excerpt.cut(text)).isEqualTo("😀".repeat(240) + "…");
    assertThat(Excerpt.cut("短")).isEqualTo("短");
  }

  @Test
  void aLabelHasItsRoomInAChart() {
    assertThat(Label.width("zh 中文")).isEqualTo(7);
    assertThat(Label.cut("zh 中文", 7)).isEqualTo("zh 中文");
    assertThat(Label.cut("zh 中文", 6)).isEqualTo("zh 中…");
    assertThat(Label.cut("a\u202Eb", 7)).isEqualTo("a‹U+20…");
    assertThat(Label.cut("", 0)).isEmpty();
  }

  @Test
  void inMarkdownNothingIsMarkup() {
    assertThat(Markdown.text("a|b *c* _d_ `e` [f](g) <h> #i ~j~ $k$ \\l & ‹U+0041› 中\n文"))
        .isEqualTo(
            "a\\|b \\*c\\* \\_d\\_ \\`e\\` \\[f\\](g) &lt;h&gt; \\#i \\~j\\~ \\$k\\$ \\\\l &amp;"
                + " ‹U+0041› 中↵文");
    assertThat(Markdown.code("near_duplicate")).isEqualTo("`near_duplicate`");
    assertThat(Markdown.code("a`b|c")).isEqualTo("a\\`b\\|c");
    assertThat(Markdown.fenced("sh", "echo ```` x")).startsWith("`````sh\n").endsWith("\n`````\n");
  }

  @Test
  void everyCodePointComesOutAsValidXml() {
    StringBuilder all = new StringBuilder();
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(c -> Character.getType(c) != Character.UNASSIGNED || (c & 0xFFFF) >= 0xFFFE)
        .filter(c -> c < 0x3000 || c > 0xD000)
        .forEach(all::appendCodePoint);
    String text = all.toString();
    assertThat(
            Pages.page(Summaries.empty(), Summaries.context(text, null))
                .getElementsByTagName("h1")
                .item(0)
                .getTextContent())
        .isEqualTo(Visible.of(text));
  }
}
