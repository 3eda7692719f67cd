package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TellsTheStoryOfARecordTest {

  @TempDir Path folder;

  @BeforeEach
  void curateATwin() throws Exception {
    Path input =
        Dialogues.write(
            folder.resolve("in.jsonl"),
            Dialogues.tea("茶"),
            Dialogues.tea("茶 again"),
            Dialogues.egg("egg"));
    assertThat(Shell.mosskit("curate", input, "--out", folder.resolve("out")).code()).isZero();
  }

  @Test
  void aKeptRecordSaysWhereItStands() throws Exception {
    Shell kept = Shell.mosskit("why", "egg", folder.resolve("out"));
    assertThat(kept.code()).isZero();
    assertThat(kept.out())
        .contains(": a dialogue, ")
        .contains("corpus.jsonl:2")
        .contains("begins: “How long do I boil an egg?”")
        .doesNotContain("null");
  }

  @Test
  void aRejectedRecordSaysWhyAndTellsOfItsTwin() throws Exception {
    Shell rejected = Shell.mosskit("why", "茶 again", folder.resolve("out"));
    assertThat(rejected.code()).isZero();
    assertThat(rejected.out())
        .contains(": rejected, ")
        .contains("duplicate")
        .contains(": a dialogue, ")
        .doesNotContain("null");
    Shell json = Shell.mosskit("why", "茶 again", folder.resolve("out"), "--json");
    Json.Arr story = (Json.Arr) Objects.requireNonNull(json.json().get("story"));
    assertThat(story.elements()).hasSize(2);
  }

  @Test
  void anUnknownRecordIsNotFound() {
    Shell unknown = Shell.mosskit("why", "没有", folder);
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("没有").doesNotContain("\tat ");
    assertThat(Shell.mosskit("why", "", folder).code()).isEqualTo(1);
  }

  @Test
  void recordsThatSomebodyElseWroteAreToldAsFarAsTheyGo() throws Exception {
    Path odd = Files.createDirectory(folder.resolve("odd"));
    Dialogues.writeLines(
        odd.resolve("rejected.jsonl"),
        List.of(
            "{\"stage\": 1, \"reason\": null, \"values\": {\"kept\": 3},"
                + " \"record\": {\"id\": \"半\", \"parents\": [1, \"p\"], \"teacher\": 5}}",
            "{\"stage\": \"s\", \"reason\": \"r\", \"record\": \"text\"}"));
    Dialogues.writeLines(
        odd.resolve("dialogues.jsonl"),
        List.of(
            "{\"conversation_id\": 7, \"chat\": {}, \"mosskit\": {\"lineage\": 5}}",
            "{\"conversation_id\": 8, \"chat\": \"none\", \"mosskit\": \"m\"}"));
    Dialogues.writeLines(
        odd.resolve("seeds.jsonl"), List.of("{\"id\": \"s\", \"user_prompt\": 5}"));
    for (String id : List.of("半", "7", "8", "s")) {
      Shell told = Shell.mosskit("why", id, odd);
      assertThat(told.code()).as(told.err()).isZero();
      assertThat(told.out()).startsWith(id + ": ").doesNotContain("null");
    }
  }

  @Test
  void aCircleOfParentsEnds() throws Exception {
    Path circle = Files.createDirectory(folder.resolve("circle"));
    Dialogues.writeLines(
        circle.resolve("prompts.jsonl"),
        List.of(
            "{\"id\": \"a\", \"user_prompt\": \"茶？\", \"parents\": [\"b\"]}",
            "{\"id\": \"b\", \"user_prompt\": \"Tea?\", \"parents\": [\"a\"]}"));
    Shell told = Shell.mosskit("why", "a", circle, "--depth", "100");
    assertThat(told.code()).isZero();
    assertThat(told.lines()).filteredOn(line -> line.contains("generated prompt")).hasSize(2);
  }
}
