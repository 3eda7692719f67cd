package io.mosskit.curation.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.curation.text.UnitHashes;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTheTwinTest {
  private static final Banding BANDING = Banding.forThreshold(0.7);

  private final Sketcher sketcher = new Sketcher(BANDING);
  private final DuplicateIndex index = new DuplicateIndex(0.7, BANDING);

  private int keep(String text) {
    return index.keep(sketcher.sketch(UnitHashes.of(text)));
  }

  private Optional<Twin> twinOf(String text) {
    return index.twinOf(sketcher.sketch(UnitHashes.of(text)));
  }

  @Test
  void caseWidthBlanksAndPunctuationDoNotMatter() {
    keep("怎么用 Python 读取 CSV 文件？");
    keep("How do I read a CSV file in Python?");
    assertThat(twinOf("怎么用ｐｙｔｈｏｎ读取csv文件")).contains(new Twin(0, 1, true));
    assertThat(twinOf("how do i read a csv file, in python")).contains(new Twin(1, 1, true));
  }

  @Test
  void theSameShinglesInAnotherOrderAreSimilarAndNotTheSame() {
    keep("a b c d e a b c d e a b c d e");
    assertThat(twinOf("b c d e a b c d e a b c d e a")).contains(new Twin(0, 1, false));
  }

  @Test
  void theMostSimilarOneIsNamedAndOfEqualsTheFirst() {
    String text =
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen";
    keep(text + " fifteen sixteen seventeen");
    keep(text + " fifteen");
    keep(text + " zero");
    assertThat(twinOf(text).map(Twin::record)).contains(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "？！……", "?!... ;-)", "🙂🙂"})
  void textsThatSayNothingAreNotCompared(String text) {
    keep(text);
    keep(text);
    assertThat(twinOf(text)).isEmpty();
    assertThat(index.size()).isEqualTo(2);
  }

  @Test
  void shortTextsAreDuplicatesOfTheirEqualsOnly() {
    keep("你好");
    keep("go on");
    assertThat(twinOf("你好！").map(Twin::sameText)).contains(true);
    assertThat(twinOf("Go on.").map(Twin::sameText)).contains(true);
    assertThat(twinOf("你好吗")).isEmpty();
    assertThat(twinOf("go on please")).isEmpty();
  }

  @Test
  void aThresholdOutsideItsRangeIsRefused() {
    assertThatThrownBy(() -> new DuplicateIndex(0, BANDING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.0");
    assertThatThrownBy(() -> new DuplicateIndex(Double.NaN, BANDING))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
