package io.mosskit.generator.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Language;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindsDegenerateTextTest {

  private static Optional<String> found(String text) {
    Place place = Places.after(Language.ZH, "说 say");
    return new Degeneration().find(new Candidate(Role.ASSISTANT, text, Finish.STOP, place));
  }

  private static String lines(String line) {
    return IntStream.rangeClosed(1, 9)
        .mapToObj(i -> i + ". " + line)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void findsLoops() {
    assertThat(found("好的".repeat(12))).hasValueSatisfying(d -> assertThat(d).contains("好 的"));
    assertThat(found("我们先看第一步。" + "然后再看看，".repeat(6))).isPresent();
    assertThat(found("very ".repeat(20) + "good")).isPresent();
    assertThat(found("That is all. " + "And then the next one, ".repeat(6))).isPresent();
    assertThat(found("哈哈哈哈哈哈，太好笑了！")).isEmpty();
    assertThat(found("It is very, very, very good, no, no, no doubt.")).isEmpty();
  }

  @Test
  void findsListsThatRunAway() {
    assertThat(found(lines("多喝水，早点睡"))).isPresent();
    assertThat(found(lines("Drink more water today"))).isPresent();
    assertThat(found("1. 多喝水\n2. 早点睡\n3. 多走路\n4. 少熬夜\n5. 常微笑")).isEmpty();
  }

  @Test
  void findsTextThatCopiesItself() {
    String zh = "这种方法需要先准备好所有的材料再按照说明书一步一步完成每个环节直到最后检查结果是否正确";
    String en =
        "This method asks you to lay out all parts first and then to follow the manual step by step"
            + " until the end";
    assertThat(found(zh + "。另外，" + zh + "！总之，" + zh)).isPresent();
    assertThat(found(en + ". Besides, " + en + "! In short, " + en)).isPresent();
    assertThat(found(zh + "。" + en + ".")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "……！！？？～～——。。、、；；：：“”《》……",
        "*** --- *** --- *** --- *** --- a",
        "你好\uFFFD世界",
        "锟斤拷锟斤拷",
        "cafÃ©Ã© au lait, dÃ©jÃ\u00A0 vu",
        "Itâ€™â€™s late"
      })
  void findsSignsInsteadOfWords(String text) {
    assertThat(found(text)).isPresent();
  }

  @Test
  void findsWordsWithoutEnd() {
    assertThat(found("The result is 2" + "0".repeat(2000))).isPresent();
    assertThat(found("结果是" + "x".repeat(1001))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "！",
        "好的。",
        "Yes!",
        "São Paulo, Łódź, naïve, Âge, café, «ici»",
        "```\n0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n```\n这就是结果。",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "factorial(5) returns 120; factorial(4) returns 24; factorial(3) returns 6."
      })
  void sparesOrdinaryText(String text) {
    assertThat(found(text)).isEmpty();
  }
}
