package io.mosskit.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each of these would take minutes if any detector looked at it twice over.
class SurvivesHostileTextTest {
  private static final int LENGTH = 300_000;

  private final Scrubber scrubber = new Scrubber(ScrubPlan.standard());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "1",
        "@",
        "a@",
        "a.",
        "a@a.",
        "-----BEGIN PRIVATE KEY-----\n",
        "-----BEGIN ",
        "://",
        "://a:",
        "1.",
        "1-",
        "1 ",
        "(",
        "+",
        "+1",
        "00",
        "(1",
        "(12",
        "(12)",
        "电话 12 ",
        "：",
        "地址：",
        "Address: 1 a ",
        "my address is 1 a",
        "姓名：",
        "Name: A",
        "api_key=",
        "api_key=a1B2",
        "2:",
        "2001:",
        "DE12",
        "DE12 ",
        "eyJ.",
        "sk-",
        "\n",
        "\"",
        "[",
        "[EMAIL_",
        "\ud83d",
        "\u0000",
        "１",
        "是",
        "我住在",
        "Bearer ",
        "is ",
        " ",
        "a1"
      })
  void repeatedOverAndOver(String piece) {
    String text = piece.repeat(LENGTH / piece.length());
    String scrubbed = scrubber.scrub(text);
    assertThat(scrubber.scrub(scrubbed).equals(scrubbed)).isTrue();
  }

  /// Here a number might begin at every group and end at every other one; none does.
  @ParameterizedTest
  @ValueSource(strings = {"(12", "(12)", "12-(3"})
  void groupsThatAreNoNumberAreNoNumber(String piece) {
    String text = piece.repeat(LENGTH / piece.length());
    assertThat(scrubber.scrub(text).equals(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"li@qq.com ", "姓名：王小明\n电话：13910274638\n", "47.104.22.9 "})
  void manyThousandSecretsOfOnePersonAreOnePlaceholder(String piece) {
    String scrubbed = scrubber.scrub(piece.repeat(20_000));
    assertThat(scrubbed).doesNotContain("li@qq", "13910274638", "王小明", "47.104");
    assertThat(scrubbed).startsWith(scrubber.scrub(piece));
  }
}
