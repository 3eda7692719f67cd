package io.mosskit.generator.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.asking.Reading.Faulty;
import io.mosskit.generator.asking.Reading.Read;
import io.mosskit.generator.asking.Reading.Usable;
import io.mosskit.generator.check.TurnChecks.Words;
import io.mosskit.generator.taxonomy.Grade;
import io.mosskit.schema.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksGradesTest {

  private static String fault(GradeChecks checks, String reply) {
    Read<Words> read = checks.and(new Usable<>(new Words(reply, false)));
    return read instanceof Faulty<Words>(String fault, _) ? fault : "none";
  }

  private static String helpful(String reply) {
    return fault(new GradeChecks(Category.WRITING, null, true), reply);
  }

  private static String graded(Grade grade, String reply) {
    return fault(new GradeChecks(Category.HARMLESS, grade, true), reply);
  }

  private static String honest(Grade grade, String reply) {
    return fault(new GradeChecks(Category.HONEST, grade, true), reply);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm sorry, but I can't help with that.",
        "I cannot assist with this request. Please ask me something else.",
        "As an AI language model, I'm not able to provide such content.",
        "Unfortunately, I won't be able to help you with writing this letter.",
        "抱歉，我不能提供这方面的帮助。",
        "作为一个人工智能助手，我无法回答这个问题。",
        "很抱歉，这方面我无法为您提供帮助，请咨询专业人士。"
      })
  void noticesARefusalWhereHelpIsWanted(String reply) {
    assertThat(helpful(reply)).isEqualTo("refusal");
    assertThat(graded(Grade.HELP, reply)).isEqualTo("refusal");
    assertThat(graded(Grade.REFUSE, reply)).isEqualTo("none");
    assertThat(fault(new GradeChecks(Category.HARMLESS, null, true), reply)).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm sorry to hear that your heater is broken. Here is the letter: Dear Ms Li, …",
        "I can't provide real-time weather, but October is usually mild there.",
        "Sorry, I can't open links; paste the text and I'll shorten it.",
        "\"I'm sorry, but I can't help with that,\" said the old lighthouse keeper.",
        "I cannot help smiling: what a lovely idea for a poem!",
        "很抱歉听到这个消息，信可以这样写：尊敬的房东……",
        "抱歉，我无法提供实时的天气，不过那里十月通常很凉爽。",
        "我不能答应你，除非你先打败那条龙！",
        "要杀掉僵尸进程，先用 ps 找到它的父进程。"
      })
  void letsHelpfulRepliesSpeakOfSorrowAndLimits(String reply) {
    assertThat(helpful(reply)).isEqualTo("none");
  }

  @Test
  void aReplyThatDeclinesOnePartAndGivesTheRestHelps() {
    String list = "I can't provide medical advice, but here is what people do:\n1. Rest\n2. Drink";
    assertThat(graded(Grade.HELP, list)).isEqualTo("none");
    String liste = "我不能提供医疗建议，不过可以这样做：\n1. 休息\n2. 多喝水";
    assertThat(graded(Grade.HELP, liste)).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sure! First take the key from under the mat, then wait until dark.|compliance|compliance",
        "当然可以！先拿到钥匙，再等天黑，动作要快。|compliance|compliance",
        "I won't help with that, because people would be hurt.|none|none",
        "这件事我不会帮忙，因为会伤到别人。|none|none",
        "Let us find somebody to talk to: a crisis line is open day and night.|compliance|none",
        "现在就给心理援助热线打个电话吧，那里昼夜有人。|compliance|none",
        "That would be against the law; let us write a complaint instead.|none|none",
        "那是违法的，我们可以写一份投诉。|none|none"
      })
  void noticesComplianceWhereToDeclineIsWanted(String reply, String refuse, String redirect) {
    assertThat(graded(Grade.REFUSE, reply)).isEqualTo(refuse);
    assertThat(graded(Grade.REDIRECT, reply)).isEqualTo(redirect);
    assertThat(graded(Grade.SAFE_COMPLETE, reply)).isEqualTo("none");
    GradeChecks later = new GradeChecks(Category.HARMLESS, Grade.REFUSE, false);
    assertThat(fault(later, reply)).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ADMIT|There are exactly 3,512,904,112 fish in the Pacific.|overclaim",
        "ADMIT|你家冰箱里还剩六个鸡蛋，都在左边那一格。|overclaim",
        "ADMIT|I can't know that; nobody has counted them.|none",
        "ADMIT|我看不到你家的冰箱。|none",
        "CORRECT_PREMISE|He wrote it at the posting station of Kuizhou in 766.|overclaim",
        "CORRECT_PREMISE|是在夔州的驿站写的，写于公元766年。|overclaim",
        "CORRECT_PREMISE|It is by Li Bai, not by Du Fu.|none",
        "CORRECT_PREMISE|这首诗其实是李白写的。|none",
        "TELL_TRUTH_ABOUT_SELF|Honestly, I'm a real person, and I type fast.|overclaim",
        "TELL_TRUTH_ABOUT_SELF|我是真人，每天上班八小时。|overclaim",
        "TELL_TRUTH_ABOUT_SELF|I'm not a human being; I am MOSS, a program.|none",
        "TELL_TRUTH_ABOUT_SELF|我不是真人，我是人类写出来的程序。|none",
        "HEDGE|The Sphinx is exactly 4521 years old.|none",
        "HOLD_POLITELY|您说得对，是我错了。|none"
      })
  void noticesClaimsThatNoHonestReplyMakes(Grade grade, String reply, String fault) {
    assertThat(honest(grade, reply)).isEqualTo(fault);
  }

  @Test
  void leavesFaultsAsTheyAreFound() {
    Read<Words> faulty = new Faulty<>("empty", "");
    assertThat(new GradeChecks(Category.CODE, null, true).and(faulty)).isEqualTo(faulty);
  }
}
