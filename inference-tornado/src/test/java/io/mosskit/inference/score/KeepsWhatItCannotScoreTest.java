package io.mosskit.inference.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepsWhatItCannotScoreTest {

  @TempDir private Path folder;

  @Test
  void aLongDialogueWithItsReasonAndABrokenLineAmongTheRejected() throws Exception {
    Path model = SmallModel.make(folder.resolve("model"), 400);
    Path input =
        Files.write(
            folder.resolve("in.jsonl"),
            List.of(
                MossJson.line(tea("tea", "先温壶，再放茶叶。")),
                MossJson.line(tea("long", "Warm the pot first. ".repeat(40))),
                "{\"conversation_id\": \"cut\", \"chat\": {",
                MossJson.line(tea("=SUM(A1)", "Warm the pot first."))));
    Path out = folder.resolve("out");
    ScoringSummary summary;
    try (SmallModel small = SmallModel.open(model)) {
      summary =
          Scoring.run(
              Corpus.of(input),
              small.scoring(),
              ScoringPlan.standard().withSurprises(2),
              out,
              Progress.NONE,
              Clock.systemUTC());
    }
    assertThat(summary.records()).isEqualTo(3);
    assertThat(summary.scored()).isEqualTo(2);
    assertThat(summary.tooLong()).isEqualTo(1);
    assertThat(summary.rejected()).isEqualTo(1);
    List<String> lines = Files.readAllLines(out.resolve("scored.jsonl"));
    assertThat(likelihood(lines.get(1)).get("unscored")).isInstanceOf(Json.Obj.class);
    assertThat(lines.get(1))
        .contains("\"reason\":\"longer_than_context\"")
        .contains("but small reads at most 400")
        .contains("\"limit\":400");
    assertThat(Files.readString(out.resolve("rejected.jsonl"))).contains("\"stage\":\"read\"");
    assertThat(Files.readString(out.resolve("scores.csv")))
        .startsWith("\uFEFFfile,line,id,turn,tokens,nll,")
        .contains(",'=SUM(A1),0,")
        .contains("longer_than_context");
  }

  @Test
  void allElseOfARecordStaysAsItIs() throws Exception {
    Path model = SmallModel.make(folder.resolve("model"), 400);
    Conversation tea = tea("tea", "先温壶，再放茶叶。").withMosskit("tags", Json.of(List.of()));
    Path input = Files.write(folder.resolve("in.jsonl"), List.of(MossJson.line(tea)));
    ScoringProcess.run(model, input, folder.resolve("out"));
    Json.Obj scored =
        (Json.Obj) Json.parse(Files.readAllLines(folder.resolve("out/scored.jsonl")).getFirst());
    Json.Obj mosskit = (Json.Obj) scored.members().get("mosskit");
    assertThat(scored.with("mosskit", mosskit.without("likelihood")).text())
        .isEqualTo(MossJson.line(tea));
    Json.Obj likelihood = (Json.Obj) mosskit.members().get("likelihood");
    assertThat(likelihood.members().keySet())
        .containsExactly(
            "model",
            "tokens",
            "nll",
            "loss",
            "perplexity",
            "bits_per_byte",
            "ifd",
            "masks",
            "turns",
            "surprises");
    assertThat(likelihood.text()).doesNotContain("\uFFFD");
  }

  private static Json.Obj likelihood(String line) throws Exception {
    Json.Obj mosskit = (Json.Obj) ((Json.Obj) Json.parse(line)).members().get("mosskit");
    return (Json.Obj) mosskit.members().get("likelihood");
  }

  private static Conversation tea(String id, String reply) {
    MetaInstruction meta = MetaInstruction.parse("You are an AI assistant named MOSS.\n");
    return Conversation.of(id, meta, List.of(Turn.plain(1, "怎样泡茶？ How?", reply)));
  }
}
