package io.mosskit.curation.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.curation.duplicate.RandomTexts;
import io.mosskit.curation.explain.SharedText.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarksWhatTextsShareTest {

  private static String bracketed(List<Piece> pieces) {
    return pieces.stream()
        .map(piece -> piece.shared() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }

  private static String plain(List<Piece> pieces) {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }

  @Test
  void whatAShingleCoversIsShared() {
    SharedText shared =
        SharedText.of(
            DuplicateKey.USER_TURNS,
            "Well, please write a SHORT poem about the autumn moon!",
            "Please write a short poem on the summer sun.");
    assertThat(bracketed(shared.left()))
        .isEqualTo("Well, [please write a SHORT poem] about the autumn moon!");
    assertThat(bracketed(shared.right()))
        .isEqualTo("[Please write a short poem] on the summer sun.");
    assertThat(shared.score()).isEqualTo(1.0 / 10);
  }

  @Test
  void chineseIsMarkedByCharacters() {
    SharedText shared = SharedText.of(DuplicateKey.USER_TURNS, "请问：泡绿茶，用多少度？", "泡绿茶用多少水？");
    assertThat(bracketed(shared.left())).isEqualTo("请问：[泡绿茶，用多少]度？");
    assertThat(bracketed(shared.right())).isEqualTo("[泡绿茶用多少]水？");
  }

  @Test
  void aShortTextIsSharedAsAWhole() {
    SharedText shared = SharedText.of(DuplicateKey.USER_TURNS, "Hello, 你好!", "hello 你好");
    assertThat(bracketed(shared.left())).isEqualTo("[Hello, 你好]!");
    assertThat(shared.score()).isEqualTo(1);
  }

  @Test
  void foldingThatChangesLengthsIsFollowed() {
    String text = "ﬁve ﬁne ｶﾞｰﾃﾞﾝ é ㍍ İstanbul ½ cups of 茶";
    SharedText shared = SharedText.of(DuplicateKey.USER_TURNS, text, text);
    assertThat(plain(shared.left())).isEqualTo(text);
    assertThat(bracketed(shared.left())).startsWith("[ﬁve").endsWith("茶]");
  }

  @Test
  void theRecordKeyDividesAtBlanks() {
    SharedText shared = SharedText.of(DuplicateKey.RECORD, "a, b c! d e x\n茶", "z a, b c! d e");
    assertThat(bracketed(shared.left())).isEqualTo("[a, b c! d e] x\n茶");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "…", "\u0000\u001b[31m\ud83d", "<script>alert(1)</script>", "\u202e茶"})
  void anyTextStaysAsItIs(String text) {
    for (DuplicateKey key : DuplicateKey.values()) {
      SharedText shared = SharedText.of(key, text, "茶 <script> alert");
      assertThat(plain(shared.left())).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTextsOfACorpusStayAsTheyAre(RandomTexts.Script script) {
    List<String> texts = new RandomTexts(script, 5).draw(40, 30);
    for (int i = 1; i < texts.size(); i++) {
      SharedText shared = SharedText.of(DuplicateKey.USER_TURNS, texts.get(i - 1), texts.get(i));
      assertThat(plain(shared.left())).isEqualTo(texts.get(i - 1));
      assertThat(plain(shared.right())).isEqualTo(texts.get(i));
      assertThat(shared.left().stream().anyMatch(Piece::shared)).isEqualTo(shared.score() > 0);
    }
  }
}
