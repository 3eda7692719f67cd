package io.mosskit.inference.serve;

import static io.mosskit.inference.serve.Running.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.inference.chat.Chat;
import io.mosskit.inference.chat.ChatForm;
import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.cpu.RandomCheckpoint;
import io.mosskit.inference.model.Generator;
import io.mosskit.inference.model.Scorer;
import io.mosskit.inference.sampling.SamplingSettings;
import io.mosskit.inference.sampling.TokenLimits;
import io.mosskit.schema.json.Json;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SpeaksOpenAisProtocolTest {

  private static final String CHAT = "/v1/chat/completions";
  private static final String COMPLETIONS = "/v1/completions";

  private static Running running;

  @BeforeAll
  static void start() throws Exception {
    running = Running.random();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static String chat(String words, String more) {
    return "{\"model\": \"tiny\", \"messages\": [{\"role\": \"user\", \"content\": \"%s\"}]%s}"
        .formatted(words, more);
  }

  private static String completion(String prompt, String more) {
    return "{\"model\": \"tiny\", \"prompt\": %s%s}".formatted(prompt, more);
  }

  @Test
  void listsItsModel() throws Exception {
    Json list = Json.parse(running.get("/v1/models").body());
    assertThat(text(list, "data", 0, "id")).isEqualTo("tiny");
    assertThat(text(Json.parse(running.get("/v1/models/tiny").body()), "object"))
        .isEqualTo("model");
  }

  @Test
  void saysWhatTheChatCommandSays() throws Exception {
    Json.Obj answer = running.ask(CHAT, chat("你好 there", ", \"seed\": 7, \"max_tokens\": 12"));
    try (RandomCheckpoint checkpoint =
            RandomCheckpoint.of(running.backend().config(), ElementType.F32, 3);
        CpuBackend backend = CpuBackend.load(checkpoint);
        Generator generator =
            new Generator(backend, Running.tokenizer().vocabularySize(), InstantSource.system())) {
      Chat.Settings settings =
          new Chat.Settings(
              new ChatForm.CliDemo(),
              SamplingSettings.GREEDY.withTemperature(1),
              TokenLimits.newTokens(12),
              Running.POSITIONS,
              1);
      Chat chat =
          new Chat(
              generator,
              Running.tokenizer(),
              settings,
              RandomGeneratorFactory.of("L64X128MixRandom").create(7),
              InstantSource.system());
      String said = chat.say("你好 there", _ -> {}).text();
      assertThat(said).isNotEmpty();
      assertThat(text(answer, "choices", 0, "message", "content")).isEqualTo(said);
    }
    assertThat(text(answer, "usage", "completion_tokens")).isEqualTo("12");
    assertThat(text(answer, "choices", 0, "finish_reason")).isEqualTo("length");
  }

  @Test
  void aStreamSaysTheSameInPieces() throws Exception {
    String more = ", \"seed\": 3, \"max_tokens\": 30";
    Json.Obj whole = running.ask(CHAT, chat("说吧 speak", more));
    List<Json.Obj> pieces =
        running.stream(
            CHAT,
            chat(
                "说吧 speak",
                more + ", \"stream\": true, \"stream_options\": {\"include_usage\": true}"));
    Json.Obj last = pieces.removeLast();
    assertThat(text(last, "usage", "completion_tokens")).isEqualTo("30");
    assertThat(text(last, "choices")).isEqualTo("[]");
    assertThat(text(pieces.getFirst(), "choices", 0, "delta", "role")).isEqualTo("assistant");
    assertThat(text(pieces.getLast(), "choices", 0, "finish_reason")).isEqualTo("length");
    String joined =
        pieces.stream().map(SpeaksOpenAisProtocolTest::content).collect(Collectors.joining());
    assertThat(joined).isEqualTo(text(whole, "choices", 0, "message", "content"));
    assertThat(pieces).hasSizeGreaterThan(5);
  }

  private static String content(Json.Obj piece) {
    Json.Arr choices = (Json.Arr) piece.members().get("choices");
    Json.Obj delta = (Json.Obj) ((Json.Obj) choices.elements().getFirst()).members().get("delta");
    String content = delta.string("content");
    return content == null ? "" : content;
  }

  @Test
  void eachChoiceIsThatOfItsOwnSeed() throws Exception {
    Json.Obj three = running.ask(CHAT, chat("hi 嗨", ", \"seed\": 5, \"n\": 3, \"max_tokens\": 8"));
    for (int i = 0; i < 3; i++) {
      Json.Obj one =
          running.ask(CHAT, chat("hi 嗨", ", \"seed\": %d, \"max_tokens\": 8".formatted(5 + i)));
      assertThat(text(three, "choices", i, "message", "content"))
          .isEqualTo(text(one, "choices", 0, "message", "content"));
    }
  }

  @Test
  void aTextThatEndsTheReplyIsNotInIt() throws Exception {
    String more = ", \"seed\": 11, \"max_tokens\": 40";
    String all = text(running.ask(CHAT, chat("讲个故事", more)), "choices", 0, "message", "content");
    String stop = all.substring(9, 12);
    String stops = ", \"stop\": [" + Json.of(stop).text() + ", \"never said\"]";
    Json.Obj cut = running.ask(CHAT, chat("讲个故事", more + stops));
    String said = text(cut, "choices", 0, "message", "content");
    assertThat(said).isEqualTo(all.substring(0, all.indexOf(stop)));
    assertThat(text(cut, "choices", 0, "finish_reason")).isEqualTo("stop");
    String joined =
        running.stream(CHAT, chat("讲个故事", more + stops + ", \"stream\": true")).stream()
            .map(SpeaksOpenAisProtocolTest::content)
            .collect(Collectors.joining());
    assertThat(joined).isEqualTo(said);
  }

  @Test
  void logProbabilitiesOfAChatCoverItsText() throws Exception {
    Json.Obj answer =
        running.ask(
            CHAT,
            chat(
                "你好",
                ", \"seed\": 2, \"max_tokens\": 20, \"logprobs\": true, \"top_logprobs\": 2"));
    List<Json> tokens =
        ((Json.Arr) Json.parse(text(answer, "choices", 0, "logprobs", "content"))).elements();
    assertThat(tokens).isNotEmpty();
    for (Json token : tokens) {
      double best = Double.parseDouble(text(token, "top_logprobs", 0, "logprob"));
      assertThat(Double.parseDouble(text(token, "logprob"))).isLessThanOrEqualTo(best);
    }
  }

  @Test
  void echoScoresAPromptAsEvaluationHarnessesReadIt() throws Exception {
    int[] ids = Running.tokenizer().encode("怎样 boil an egg?");
    Json.Obj answer =
        running.ask(
            COMPLETIONS,
            completion(
                "\"怎样 boil an egg?\"",
                ", \"echo\": true, \"logprobs\": 1, \"max_tokens\": 1, \"temperature\": 0"));
    Json logprobs = Json.parse(text(answer, "choices", 0, "logprobs"));
    List<Json> numbers = ((Json.Arr) Json.parse(text(logprobs, "token_logprobs"))).elements();
    assertThat(numbers).hasSize(ids.length + 1);
    assertThat(numbers.getFirst()).isEqualTo(new Json.Null());
    float[] expected = scores(ids);
    for (int i = 1; i < ids.length; i++) {
      assertThat(Float.parseFloat(numbers.get(i).text())).isEqualTo(expected[i - 1]);
    }
    assertThat(text(answer, "choices", 0, "text")).startsWith("怎样 boil an egg?");
    assertThat(text(logprobs, "text_offset", ids.length)).isEqualTo("15");
    Json.Obj none =
        running.ask(
            COMPLETIONS,
            completion("\"怎样\"", ", \"echo\": true, \"logprobs\": 0, \"max_tokens\": 0"));
    assertThat(text(none, "choices", 0, "text")).isEqualTo("怎样");
  }

  private static float[] scores(int[] ids) throws Exception {
    try (RandomCheckpoint checkpoint =
            RandomCheckpoint.of(running.backend().config(), ElementType.F32, 3);
        CpuBackend backend = CpuBackend.load(checkpoint)) {
      return new Scorer(backend).logProbabilities(List.of(ids)).getFirst();
    }
  }

  @Test
  void takesPromptsAsTextsAndAsTokens() throws Exception {
    String more = ", \"seed\": 4, \"max_tokens\": 5";
    String ids = Json.parse(Arrays.toString(Running.tokenizer().encode("一 two"))).text();
    Json.Obj text = running.ask(COMPLETIONS, completion("\"一 two\"", more));
    Json.Obj tokens = running.ask(COMPLETIONS, completion(ids, more));
    Json.Obj both = running.ask(COMPLETIONS, completion("[\"other 别的\", \"一 two\"]", more));
    Json.Obj bothIds = running.ask(COMPLETIONS, completion("[" + ids + ", [1, 2]]", more));
    String said = text(text, "choices", 0, "text");
    assertThat(text(tokens, "choices", 0, "text")).isEqualTo(said);
    assertThat(text(both, "choices", 1, "text")).isEqualTo(said);
    assertThat(text(bothIds, "choices", 0, "text")).isEqualTo(said);
    List<Json.Obj> pieces =
        running.stream(COMPLETIONS, completion("\"一 two\"", more + ", \"stream\": true"));
    StringBuilder joined = new StringBuilder();
    for (Json.Obj piece : pieces) {
      joined.append(text(piece, "choices", 0, "text"));
    }
    assertThat(joined.toString()).isEqualTo(said);
  }

  @Test
  void embeddingsComeAsNumbersAndAsBytes() throws Exception {
    String body = "{\"model\": \"tiny\", \"input\": [\"绿茶\", \"an egg\"]%s}";
    Json.Obj numbers = running.ask("/v1/embeddings", body.formatted(""));
    Json.Obj bytes =
        running.ask("/v1/embeddings", body.formatted(", \"encoding_format\": \"base64\""));
    for (int i = 0; i < 2; i++) {
      List<Float> vector = new ArrayList<>();
      for (Json number :
          ((Json.Arr) Json.parse(text(numbers, "data", i, "embedding"))).elements()) {
        vector.add(Float.parseFloat(number.text()));
      }
      assertThat(vector).hasSize(32);
      ByteBuffer decoded =
          ByteBuffer.wrap(Base64.getDecoder().decode(text(bytes, "data", i, "embedding")))
              .order(ByteOrder.LITTLE_ENDIAN);
      for (float number : vector) {
        assertThat(decoded.getFloat()).isEqualTo(number);
      }
    }
    assertThat(text(numbers, "data", 0, "embedding"))
        .isNotEqualTo(text(numbers, "data", 1, "embedding"));
  }

  @Test
  void speaksTheProtocolOfTheOriginalDemo() throws Exception {
    Json.Obj first = running.ask("/", "{\"prompt\": \"你好\", \"max_length\": 950}");
    assertThat(text(first, "status")).isEqualTo("200");
    assertThat(text(first, "time")).isEqualTo("2023-04-21 01:02:03");
    assertThat(text(first, "uid")).matches("[0-9a-f-]{14}4[0-9a-f]{3}-[89ab][0-9a-f-]{16}");
    String uid = text(first, "uid");
    Json.Obj second =
        running.ask(
            "/", "{\"prompt\": \"again\", \"uid\": \"%s\", \"max_length\": 1400}".formatted(uid));
    assertThat(text(second, "uid")).isEqualTo(uid);
    assertThat(text(second, "history", 0, 0)).isEqualTo("你好");
    assertThat(text(second, "history", 0, 1)).isEqualTo(text(first, "response"));
    assertThat(text(second, "history", 1, 1)).isEqualTo(text(second, "response"));
    Json.Obj other = running.ask("/", "{\"prompt\": \"hi\", \"uid\": \"x\", \"max_length\": 1300}");
    assertThat(text(other, "uid")).isNotEqualTo("x");
    assertThat(((Json.Arr) Json.parse(text(other, "history"))).elements()).hasSize(1);
    Json.Obj given =
        running.ask(
            "/", "{\"prompt\": \"hi\", \"history\": [[\"a\", \"b\"]], \"max_length\": 1300}");
    assertThat(text(given, "history", 0)).isEqualTo("[\"a\",\"b\"]");
  }

  @Test
  void theOldestTurnsOfTheDemoAreForgottenWhereTheyDoNotFit() throws Exception {
    String turn = "[\"%s\", \"好\"]".formatted("很久以前 long ago ".repeat(20));
    String history = String.join(", ", Collections.nCopies(6, turn));
    Json.Obj answer =
        running.ask("/", "{\"prompt\": \"嗨 hi\", \"history\": [%s]}".formatted(history));
    List<Json> kept = ((Json.Arr) Json.parse(text(answer, "history"))).elements();
    assertThat(kept).hasSizeBetween(2, 6);
    assertThat(text(kept.getLast(), 0)).isEqualTo("嗨 hi");
  }

  @Test
  void tellsItsHealthAndItsNumbers() throws Exception {
    running.ask(CHAT, chat("数 count", ", \"max_tokens\": 3"));
    assertThat(running.get("/health").body()).isEqualTo("{\"status\":\"ok\"}");
    HttpResponse<String> metrics = running.get("/metrics");
    assertThat(metrics.headers().firstValue("Content-Type")).hasValue(Books.CONTENT_TYPE);
    assertThat(metrics.body())
        .contains("mosskit_requests_total{path=\"/v1/chat/completions\",status=\"200\"}")
        .contains("mosskit_requests_waiting 0\n")
        .contains("mosskit_sequences_running 0\n");
    for (String line : metrics.body().lines().toList()) {
      assertThat(line).matches("# (HELP|TYPE) .+|[a-z_]+(\\{.+})? [0-9.]+");
    }
  }
}
