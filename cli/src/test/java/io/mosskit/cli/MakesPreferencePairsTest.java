package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakesPreferencePairsTest {
  @TempDir Path folder;
  private Path input;
  private Path replies;
  private Path judged;
  private Path pairs;

  @BeforeEach
  void write() throws Exception {
    input = Dialogues.write(folder.resolve("in.jsonl"), Dialogues.tea("茶"), Dialogues.egg("egg"));
    replies = folder.resolve("replies.jsonl");
    judged = folder.resolve("judged.jsonl");
    pairs = folder.resolve("pairs.jsonl");
  }

  @Test
  void fromDialoguesToPairsWithTheRehearsalTeacher() throws Exception {
    Shell responded =
        Shell.mosskit("respond", input, "--rehearsal", "--k", 3, "--out", replies, "--json");
    assertThat(responded.code()).as(responded.err()).isZero();
    assertThat(responded.number("replies")).isEqualTo(6);
    Shell judging =
        Shell.mosskit("judge", replies, "--rehearsal", "--rubric", "--out", judged, "--json");
    assertThat(judging.code()).as(judging.err()).isZero();
    assertThat(judging.number("pairs")).isEqualTo(6);
    assertThat(judging.number("requests_sent")).isEqualTo(2 * 6 + 6);
    assertThat(judging.number("inconsistent")).isZero();
    assertThat(Files.readString(judged)).contains("\"scores\"", "helpfulness");
    String before = Files.readString(judged);
    Shell again =
        Shell.mosskit("judge", replies, "--rehearsal", "--rubric", "--out", judged, "--json");
    assertThat(again.number("requests_sent")).isZero();
    assertThat(again.number("answers_reused")).isEqualTo(18);
    assertThat(Files.readString(judged)).isEqualTo(before);
    Shell preferred =
        Shell.mosskit("prefer", judged, "--out", pairs, "--form", "utterances", "--json");
    assertThat(preferred.code()).as(preferred.err()).isZero();
    assertThat(preferred.number("contexts")).isEqualTo(2);
  }

  @Test
  void aLocalModelReplies() throws Exception {
    Path model = folder.resolve("tiny");
    assertThat(Shell.mosskit("model", "make-tiny", model).code()).isZero();
    Object[] words = {
      "respond",
      input,
      "--local",
      model,
      "--k",
      2,
      "--max-new-tokens",
      8,
      "--out",
      replies,
      "--json"
    };
    Shell responded = Shell.mosskit(words);
    assertThat(responded.code()).as(responded.err()).isZero();
    assertThat(responded.number("replies")).isEqualTo(4);
    String before = Files.readString(replies);
    assertThat(Shell.mosskit(words).number("answers_reused")).isEqualTo(4);
    assertThat(Files.readString(replies)).isEqualTo(before);
  }

  @Test
  void agreementWithPeopleIsTold() throws Exception {
    String line =
        "{\"id\": \"%s\", \"messages\": [{\"role\": \"user\", \"content\": \"茶？\"}], \"replies\":"
            + " [\"tea\", \"茶\"], \"comparisons\": [{\"left\": 0, \"right\": 1, \"winner\": \"%s\"}],"
            + " \"human\": [{\"left\": 0, \"right\": 1, \"winner\": \"left\"}]}";
    Files.write(judged, List.of(line.formatted("1", "left"), line.formatted("2", "right")));
    Shell preferred = Shell.mosskit("prefer", judged, "--out", pairs, "--form", "texts");
    assertThat(preferred.code()).as(preferred.err()).isZero();
    assertThat(preferred.out()).contains("agree on 50.0 % of 2 pairs");
    assertThat(Files.readString(pairs)).contains("\"prompt\":\"茶？\",\"chosen\":\"tea\"");
  }

  @Test
  void whatIsNoLineOfRepliesIsNamed() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.jsonl"), "{\"id\": \"1\"}\n");
    Shell refused = Shell.mosskit("judge", bad, "--rehearsal", "--out", judged);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("bad.jsonl:1", "mosskit respond");
    assertThat(Shell.mosskit("prefer", bad, "--out", bad).code()).isEqualTo(2);
    assertThat(Shell.mosskit("respond", input, "--rehearsal", "--k", 0, "--out", replies).code())
        .isEqualTo(2);
  }
}
