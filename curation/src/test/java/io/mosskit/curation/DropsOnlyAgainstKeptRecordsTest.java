package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropsOnlyAgainstKeptRecordsTest {
  private static final String SORT =
      "please explain step by step how the quick sort algorithm divides a long list of numbers";
  private static final String SORT_ZH = "请一步一步解释快速排序算法是怎样划分一长串数字的，并给出示例代码";

  @TempDir private Path folder;

  private Curated curated(Conversation... dialogues) throws IOException {
    return Curated.of(folder, CurationPlan.standard(), dialogues);
  }

  @Test
  void theSameQuestionWithAnotherAnswerIsAnExactDuplicate() throws IOException {
    Curated curated =
        curated(Dialogues.of("1", SORT_ZH, "好的，这就说。"), Dialogues.of("2", SORT_ZH + "！", "没问题。"));
    Rejection rejection = curated.rejected().getFirst();
    assertThat(rejection.stage()).isEqualTo("duplicate");
    assertThat(rejection.reason()).isEqualTo("exact_duplicate");
    assertThat(rejection.values())
        .isEqualTo(
            Json.object()
                .put("key", "user_turns")
                .put("kept", curated.kept().getFirst().recordId())
                .put("score", 1.0)
                .put("threshold", 0.7)
                .build());
    assertThat(rejection.origin()).isNotNull();
    assertThat(rejection.origin().line()).isEqualTo(2);
  }

  @Test
  void anEditedQuestionIsANearDuplicateWithItsScore() throws IOException {
    Curated curated =
        curated(
            Dialogues.of("1", SORT, "It picks a pivot, and then it goes on."),
            Dialogues.of("2", SORT + " again", "It picks a pivot."));
    Rejection rejection = curated.rejected().getFirst();
    assertThat(rejection.reason()).isEqualTo("near_duplicate");
    // 12 shingles of 16 words, one more of the 17th
    assertThat(rejection.values().get("score")).isEqualTo(Json.of(0.923077));
    assertThat(rejection.values().string("kept")).isEqualTo(curated.kept().getFirst().recordId());
    assertThat(rejection.toString()).contains("0.923");
  }

  @Test
  void theRejectedRecordBearsItsIdAndTheVerdict() throws IOException {
    Curated curated =
        curated(Dialogues.of("1", SORT, "It picks a pivot."), Dialogues.of("2", SORT, "By one."));
    assertThat(curated.rejected().getFirst().record().text())
        .contains("\"mosskit\":{\"id\":\"m-")
        .contains(
            "\"verdicts\":[{\"stage\":\"filter\",\"decision\":\"kept\"},"
                + "{\"stage\":\"duplicate\",\"decision\":\"exact_duplicate\"");
  }

  /// B resembles A, C resembles B and not A: without B, C stays.
  @Test
  void resemblingADroppedRecordIsNoReason() throws IOException {
    String a = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen";
    String b = a + " p q";
    String c = b + " r s t";
    assertThat(
            curated(
                    Dialogues.of("1", a, "a long answer that says yes to everything"),
                    Dialogues.of("2", b, "yes"),
                    Dialogues.of("3", c, "an answer that says yes"))
                .names())
        .containsExactly("1", "3");
  }

  @Test
  void resemblingAFilteredRecordIsNoReason() throws IOException {
    assertThat(
            curated(Dialogues.of("1", SORT, "None"), Dialogues.of("2", SORT, "By a pivot."))
                .names())
        .containsExactly("2");
  }

  @Test
  void whatTheRoleDoesNotSayIsNotCompared() throws IOException {
    CurationPlan byTrace = CurationPlan.standard().withKey(DuplicateKey.PLUGIN_TRACE);
    assertThat(
            Curated.of(
                    folder,
                    byTrace,
                    Dialogues.of("1", SORT, "By a pivot."),
                    Dialogues.of("2", SORT, "By a pivot."))
                .names())
        .containsExactly("1", "2");
  }

  @Test
  void anIdNamesOneRecord() throws IOException {
    Json id = Json.of("同一个");
    Curated curated =
        curated(
            Dialogues.of("1", "？？？", "请问您想问什么？").withMosskit("id", id),
            Dialogues.of("2", SORT, "By a pivot, of course, and then again.")
                .withMosskit("id", id));
    assertThat(curated.names()).containsExactly("2");
    assertThat(curated.rejected().getFirst().reason()).isEqualTo("duplicate_id");
    assertThat(curated.rejected().getFirst().detail()).contains("同一个");
  }

  @Test
  void aRecordThatComesAgainIsNamedAsSuchWhateverItSays() throws IOException {
    Conversation blank = Dialogues.of("1", "？？？", "请问您想问什么？");
    assertThat(curated(blank, blank).rejected())
        .extracting(Rejection::reason)
        .containsExactly("identical_record");
  }

  @Test
  void whereTheHolderOfAnIdIsADuplicateTheNextOneHoldsIt() throws IOException {
    Json id = Json.of("shared");
    Curated curated =
        curated(
            Dialogues.of(
                "1", SORT, "The longest answer of all, which therefore stays, as it should."),
            Dialogues.of("2", SORT, "A long answer, and yet a duplicate.").withMosskit("id", id),
            Dialogues.of("3", SORT_ZH, "另一个问题。").withMosskit("id", id),
            Dialogues.of("4", SORT, "A long answer, and yet a duplicate.").withMosskit("id", id));
    assertThat(curated.names()).containsExactly("1", "3");
    assertThat(curated.rejected())
        .extracting(Rejection::reason, rejection -> rejection.values().string("kept"))
        .containsOnly(tuple("exact_duplicate", curated.kept().getFirst().recordId()));
  }
}
