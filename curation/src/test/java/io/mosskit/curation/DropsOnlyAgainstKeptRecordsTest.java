package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DropsOnlyAgainstKeptRecordsTest {
  private static final String SORT =
      "please explain step by step how the quick sort algorithm divides a long list of numbers";
  private static final String SORT_ZH = "请一步一步解释快速排序算法是怎样划分一长串数字的，并给出示例代码";

  private final Curator curator = Curator.standard();

  @AfterEach
  void close() {
    curator.close();
  }

  private Judgement judge(Conversation conversation) {
    return curator.judge(Dialogues.entry(conversation));
  }

  private String id(Conversation conversation) {
    return judge(conversation) instanceof Judgement.Kept(Conversation kept)
        ? kept.recordId()
        : "rejected";
  }

  private Rejection rejection(Conversation conversation) {
    assertThat(judge(conversation)).isInstanceOf(Judgement.Rejected.class);
    return ((Judgement.Rejected) judge(conversation)).rejection();
  }

  @Test
  void theSameQuestionWithAnotherAnswerIsAnExactDuplicate() {
    String kept = id(Dialogues.of("1", SORT_ZH, "好的。"));
    Rejection rejection = rejection(Dialogues.of("2", SORT_ZH + "！", "没问题。"));
    assertThat(rejection.stage()).isEqualTo("duplicate");
    assertThat(rejection.reason()).isEqualTo("exact_duplicate");
    assertThat(rejection.values())
        .isEqualTo(
            Json.object()
                .put("key", "user_turns")
                .put("kept", kept)
                .put("score", 1.0)
                .put("threshold", 0.7)
                .build());
    assertThat(rejection.origin()).isNotNull();
  }

  @Test
  void anEditedQuestionIsANearDuplicateWithItsScore() {
    String kept = id(Dialogues.of("1", SORT, "It picks a pivot."));
    Rejection rejection = rejection(Dialogues.of("2", SORT + " again", "It picks a pivot."));
    assertThat(rejection.reason()).isEqualTo("near_duplicate");
    // 12 shingles of 16 words, one more of the 17th
    assertThat(rejection.values().get("score")).isEqualTo(Json.of(0.923077));
    assertThat(rejection.values().string("kept")).isEqualTo(kept);
    assertThat(rejection.toString()).contains("0.923").contains(kept);
  }

  @Test
  void theRejectedRecordBearsItsIdAndTheVerdict() {
    judge(Dialogues.of("1", SORT, "It picks a pivot."));
    Rejection rejection = rejection(Dialogues.of("2", SORT, "By a pivot."));
    assertThat(rejection.record().text())
        .contains("\"mosskit\":{\"id\":\"m-")
        .contains("\"verdicts\":[{\"stage\":\"duplicate\",\"decision\":\"exact_duplicate\"");
  }

  /// B resembles A, C resembles B and not A: without B, C stays.
  @Test
  void resemblingADroppedRecordIsNoReason() {
    String a = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen";
    String b = a + " p q";
    String c = b + " r s t";
    assertThat(judge(Dialogues.of("1", a, "yes"))).isInstanceOf(Judgement.Kept.class);
    assertThat(judge(Dialogues.of("2", b, "yes"))).isInstanceOf(Judgement.Rejected.class);
    assertThat(judge(Dialogues.of("3", c, "yes"))).isInstanceOf(Judgement.Kept.class);
  }

  @Test
  void resemblingAFilteredRecordIsNoReason() {
    assertThat(judge(Dialogues.of("1", SORT, "None"))).isInstanceOf(Judgement.Rejected.class);
    assertThat(judge(Dialogues.of("2", SORT, "By a pivot."))).isInstanceOf(Judgement.Kept.class);
  }

  @Test
  void whatTheRoleDoesNotSayIsNotCompared() {
    try (Curator byTrace = Curator.of(CurationPlan.standard().withKey(DuplicateKey.PLUGIN_TRACE))) {
      assertThat(byTrace.judge(Dialogues.entry(Dialogues.of("1", SORT, "By a pivot."))))
          .isInstanceOf(Judgement.Kept.class);
      assertThat(byTrace.judge(Dialogues.entry(Dialogues.of("2", SORT, "By a pivot."))))
          .isInstanceOf(Judgement.Kept.class);
    }
  }

  @Test
  void anIdNamesOneRecord() {
    Conversation first = Dialogues.of("1", "？？？", "请问您想问什么？");
    assertThat(judge(first)).isInstanceOf(Judgement.Kept.class);
    Rejection rejection = rejection(first);
    assertThat(rejection.reason()).isEqualTo("duplicate_id");
    assertThat(rejection.detail()).contains("m-");
  }
}
