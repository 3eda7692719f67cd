package io.mosskit.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.curation.Dialogues;
import io.mosskit.schema.Conversation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GivesStablePlaceholdersTest {
  private static final Salt SALT = salt("sixteen bytes at least");

  private static Salt salt(String key) {
    return Salt.of(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String replies(ScrubPlan plan, String... words) {
    Conversation scrubbed = new Scrubber(plan).scrub(Dialogues.of("1", words)).conversation();
    return String.join(
        "|", scrubbed.turns().stream().map(turn -> turn.human() + turn.reply()).toList());
  }

  @Test
  void theSameSecretHasTheSameNumberThroughoutADialogue() {
    assertThat(
            replies(
                ScrubPlan.standard(),
                "电话13910274638，邮箱a@qq.com",
                "记下了",
                "phone +86 139-1027-4638, b@qq.com",
                "A@QQ.COM"))
        .isEqualTo("电话[PHONE_1]，邮箱[EMAIL_1]记下了|phone [PHONE_1], [EMAIL_2][EMAIL_1]");
  }

  @Test
  void numbersBeginAfterThoseThatAreThere() {
    assertThat(replies(ScrubPlan.standard(), "[EMAIL_3]和a@qq.com", "[PHONE_1] b@qq.com"))
        .isEqualTo("[EMAIL_3]和[EMAIL_4][PHONE_1] [EMAIL_5]");
  }

  @Test
  void aSaltGivesTheSamePlaceholderInEveryDialogueAndAnotherSaltAnother() {
    ScrubPlan plan = ScrubPlan.standard().withSalt(SALT);
    String one = replies(plan, "我是a@qq.com", "好");
    String other = replies(plan, "b@qq.com", "and A@qq.com");
    assertThat(one).matches("我是\\[EMAIL_[0-9a-f]{12}]好");
    assertThat(other).contains(one.substring(2, one.length() - 1));
    ScrubPlan otherPlan = ScrubPlan.standard().withSalt(salt("another sixteen bytes"));
    assertThat(replies(otherPlan, "我是a@qq.com", "好")).isNotEqualTo(one);
    assertThat(plan.toString()).doesNotContain("sixteen");
  }

  @Test
  void aSaltThatCanBeGuessedIsRefused() {
    assertThatThrownBy(() -> salt("short")).hasMessageContaining("at least 16");
  }

  @Test
  void whatIsAllowedStays() {
    ScrubPlan plan =
        ScrubPlan.standard().withAllowed(AllowList.of(List.of("@fudan.edu.cn", "139 1027 4638")));
    assertThat(replies(plan, "moss@fudan.edu.cn，li@qq.com，13910274638", "+86 139-1027-4638"))
        .isEqualTo("moss@fudan.edu.cn，[EMAIL_1]，13910274638[PHONE_1]");
  }

  @Test
  void onlyTheKindsAskedForAreReplaced() {
    ScrubPlan plan = ScrubPlan.standard().withKinds(Set.of(Kind.PHONE));
    assertThat(replies(plan, "a@qq.com 13910274638", "47.104.22.9"))
        .isEqualTo("a@qq.com [PHONE_1]47.104.22.9");
  }

  @Test
  void namesAndAddressesAreFoundAgainWhereTheReplyRepeatsThem() {
    assertThat(
            replies(
                ScrubPlan.standard(),
                "姓名：王小明\n住址：上海市杨浦区邯郸路220号502室",
                "王小明您好，寄到上海市杨浦区邯郸路220号502室吗？",
                "Name: Hannah Lindqvist\nE-mail: hl@posteo.de",
                "Dear Hannah Lindqvist,"))
        .isEqualTo(
            "姓名：[NAME_1]\n住址：[ADDRESS_1][NAME_1]您好，寄到[ADDRESS_1]吗？"
                + "|Name: [NAME_2]\nE-mail: [EMAIL_1]Dear [NAME_2],");
  }

  @Test
  void masksShowTheKindAndNotTheSecret() {
    Conversation dialogue = Dialogues.of("1", "john@wiley.org 13910274638", "47.104.22.9");
    Scrubbed scrubbed = new Scrubber(ScrubPlan.standard()).scrub(dialogue);
    assertThat(scrubbed.findings())
        .extracting(finding -> finding.masked(dialogue))
        .containsExactly("j***@***.org", "13*** (11)", "47***");
    assertThat(scrubbed.findings().toString()).doesNotContain("john", "1391027");
  }
}
