package io.mosskit.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.Dialogues;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.lineage.Receipt;
import io.mosskit.schema.lineage.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeepsCallsAndReceiptsHonestTest {
  private static final String HASH = "0".repeat(64);

  private final Scrubber scrubber = new Scrubber(ScrubPlan.standard());

  private static Receipt receipt(String plugin, String argument) {
    return new Receipt(plugin, "1", argument, HASH, 5, null, null);
  }

  private static Conversation dialogue() {
    Conversation dialogue =
        Dialogues.withPlugin(
            "1",
            "li.wei@qq.com是谁？ Who is it?",
            "Search(\"li.wei@qq.com 是谁\"), Calculate(\"1+1\"), Search(\"茶 tea\")",
            "\nSearch(\"li.wei@qq.com 是谁\") =>\n<|1|>: '电话 010-62785001'\n"
                + "Search(\"茶 tea\") =>\n<|2|>: '茶叶 tea'\nCalculate(\"1+1\") => '2'\n",
            "是李伟。It is Li Wei.<sup><|1|></sup>");
    List<Receipt> receipts =
        List.of(
            receipt("Search", "li.wei@qq.com 是谁"),
            receipt("Calculate", "1+1"),
            receipt("Search", "茶 tea"));
    return new Lineage(List.of(), List.of(), null, null, List.of(), receipts, List.of())
        .writeTo(dialogue);
  }

  @Test
  void aCallAndItsEchoChangeAlike() {
    Conversation after = scrubber.scrub(dialogue()).conversation();
    assertThat(after.turns().getFirst().body(Field.COMMANDS))
        .isEqualTo("Search(\"[EMAIL_1] 是谁\"), Calculate(\"1+1\"), Search(\"茶 tea\")");
    assertThat(after.turns().getFirst().body(Field.TOOL_RESPONSES))
        .startsWith("\nSearch(\"[EMAIL_1] 是谁\") =>\n<|1|>: '电话 [PHONE_1]'\n");
    assertThat(after.turns().getFirst().human()).isEqualTo("[EMAIL_1]是谁？ Who is it?");
  }

  @Test
  void receiptsOfChangedCallsGoAndTheOthersStay() {
    Lineage lineage = Lineage.of(scrubber.scrub(dialogue()).conversation());
    assertThat(lineage.receipts()).extracting(Receipt::argument).containsExactly("1+1", "茶 tea");
    Verdict verdict = lineage.verdicts().getLast();
    assertThat(verdict.stage()).isEqualTo("scrub");
    assertThat(verdict.values())
        .isEqualTo(
            Json.object().put("email", 3).put("phone", 1).put("receipts_removed", 1).build());
  }

  @Test
  void aDialogueWithoutSecretsIsTheSameObject() {
    Conversation dialogue = Dialogues.of("1", "茶？ Tea?", "茶。 Tea.");
    assertThat(scrubber.scrub(dialogue).conversation()).isSameAs(dialogue);
  }

  @Test
  void textsOfMembersThatTheFormatDoesNotKnowAreScrubbedToo() {
    Conversation dialogue =
        Dialogues.of("1", "茶", "tea")
            .beside("source", Json.object().put("author", "li.wei@qq.com").build());
    Scrubbed scrubbed = scrubber.scrub(dialogue);
    assertThat(scrubbed.conversation().beside().get("source"))
        .isEqualTo(Json.object().put("author", "[EMAIL_1]").build());
    assertThat(scrubbed.findings()).extracting(Finding::field).containsExactly("source.author");
  }
}
