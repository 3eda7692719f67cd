package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RecordIdTest {
  private final Conversation conversation = Dialogues.of("1", "你好", "Hello!");

  @Test
  void itIsTheHeadOfTheSha256OfTheLine() throws Exception {
    byte[] line = MossJson.line(conversation).getBytes(StandardCharsets.UTF_8);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(line);
    assertThat(RecordId.of(conversation))
        .isEqualTo("m-" + HexFormat.of().formatHex(hash).substring(0, 16));
  }

  @Test
  void whatTheToolkitAddsDoesNotChangeIt() {
    Conversation tagged = conversation.withMosskit("language", Json.of("zh"));
    assertThat(RecordId.of(tagged)).isEqualTo(RecordId.of(conversation));
    assertThat(RecordId.of(conversation.withCategory("code")))
        .isNotEqualTo(RecordId.of(conversation));
  }

  @Test
  void anIdThatTheToolkitHasGivenStays() {
    assertThat(RecordId.of(conversation.withMosskit("id", Json.of("d-7")))).isEqualTo("d-7");
    assertThat(RecordId.of(conversation.withMosskit("id", Json.of(" ")))).startsWith("m-");
  }

  @Test
  void aRecordKeepsItsIdWhenItIsCuratedAgain() {
    try (Stages stages = Stages.of(CurationPlan.standard())) {
      Conversation once = candidate(stages.draft(Dialogues.entry(conversation)));
      Entry again = MossJson.parse(MossJson.line(once));
      assertThat(candidate(stages.draft(again)).recordId()).isEqualTo(RecordId.of(conversation));
    }
  }

  private static Conversation candidate(Draft draft) {
    return ((Draft.Candidate) draft).conversation();
  }
}
