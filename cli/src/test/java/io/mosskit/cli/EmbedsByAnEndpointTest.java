package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mosskit.curation.neighbour.SemanticTexts;
import io.mosskit.curation.neighbour.SemanticVerdicts;
import io.mosskit.generator.asking.Time;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Against a server that answers as the API reference says, and knows what texts are about: what
/// stands before their first colon.
class EmbedsByAnEndpointTest {
  private static final List<String> TOPICS = List.of("tea", "egg", "茶");
  private static final String TOO_LONG = "and so on 如此等等";
  private static final String KEY = "sk-secret-9876543210";

  @TempDir Path folder;
  private HttpServer server;
  private final List<String> asked = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/embeddings", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean known =
        ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    int status = known ? request.contains(TOO_LONG) ? 400 : 200 : 401;
    byte[] answer =
        (status == 200
                ? vectors(request)
                : "{\"error\": {\"message\": \"no\", \"param\": \"input\", \"code\": \"context_length_exceeded\"}}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private String vectors(String request) throws IOException {
    List<Json> data = new ArrayList<>();
    try {
      Json.Arr input = (Json.Arr) ((Json.Obj) Json.parse(request)).members().get("input");
      for (Json text : input.elements()) {
        String words = ((Json.Str) text).value();
        asked.add(words);
        int topic = TOPICS.indexOf(words.substring(0, words.indexOf(':')));
        List<Json> vector = new ArrayList<>();
        for (int i = 0; i < TOPICS.size(); i++) {
          vector.add(Json.of(i == topic ? 1.0 : 0.01 * words.length()));
        }
        data.add(
            Json.object()
                .put("object", "embedding")
                .put("index", data.size())
                .put("embedding", Json.of(vector))
                .build());
      }
    } catch (JsonException e) {
      throw new IOException(e);
    }
    return Json.object()
        .put("object", "list")
        .put("data", Json.of(data))
        .put("model", "topics")
        .put("usage", Json.object().put("prompt_tokens", 1).put("total_tokens", 1).build())
        .build()
        .text();
  }

  private EmbedderMixin options() {
    return CommandLine.populateCommand(
        new EmbedderMixin(),
        "--embeddings-model",
        "topics",
        "--embeddings-url",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
        "--embeddings-cache",
        folder.resolve("cache").toString());
  }

  private SemanticVerdicts judge(List<String> texts) throws Exception {
    try (EmbedderMixin.Opened opened =
            options().open(Map.of("OPENAI_API_KEY", KEY), Time.ofTheWall(), notices::add);
        SemanticTexts batch =
            new SemanticTexts(opened.embedder(), Files.createTempDirectory(folder, "graph"))) {
      for (String text : texts) {
        batch.add(text);
      }
      return batch.verdicts(0.95);
    }
  }

  @Test
  void whatIsAboutTheSameIsDroppedAndAskedForOnce() throws Exception {
    List<String> texts =
        List.of("tea: how hot?", "茶: 多少度？", "", "egg: how long?", "tea: which water?", "茶: 多热？");
    SemanticVerdicts verdicts = judge(texts);
    assertThat(verdicts.dropped()).isEqualTo(2);
    assertThat(verdicts.twin(4)).isZero();
    assertThat(verdicts.twin(5)).isEqualTo(1);
    assertThat(verdicts.isKept(2)).isTrue();
    assertThat(asked).hasSize(5);
    assertThat(judge(texts).dropped()).isEqualTo(2);
    assertThat(asked).hasSize(5);
  }

  @Test
  void aTextThatIsRefusedIsComparedWithNoneAndStopsNobody() throws Exception {
    List<String> texts =
        List.of(
            "tea: how hot?", "tea: " + TOO_LONG, "茶: 多少度？", "茶: " + TOO_LONG, "tea: which water?");
    SemanticVerdicts verdicts = judge(texts);
    assertThat(verdicts.twin(4)).isZero();
    assertThat(verdicts.dropped()).isEqualTo(1);
    assertThat(notices).singleElement().asString().contains("longer than the model reads", "stay");
    notices.clear();
    assertThat(judge(texts).dropped()).isEqualTo(1);
    assertThat(notices).isEmpty();
  }

  @Test
  void butAnEndpointThatRefusesAllEndsTheRun() {
    assertThatThrownBy(() -> judge(List.of("tea: " + TOO_LONG, "茶: " + TOO_LONG)))
        .isInstanceOf(ChatException.class)
        .hasMessageContaining("longer than the model reads");
  }

  @Test
  void aWrongKeyEndsTheRunAndIsNotShown() {
    assertThatThrownBy(
            () -> {
              try (EmbedderMixin.Opened opened =
                  options()
                      .open(
                          Map.of("OPENAI_API_KEY", "sk-wrong-key"),
                          Time.ofTheWall(),
                          notices::add)) {
                opened.embedder().embed(List.of("tea: how hot?"));
              }
            })
        .isInstanceOf(ChatException.class)
        .hasMessageContaining("check the key in OPENAI_API_KEY")
        .hasMessageNotContaining("sk-wrong-key");
  }

  @Test
  void withoutAModelTextsStayHere() throws Exception {
    try (EmbedderMixin.Opened opened =
        CommandLine.populateCommand(new EmbedderMixin())
            .open(Map.of(), Time.ofTheWall(), notices::add)) {
      assertThat(opened.embedder().name()).isEqualTo("hashed-character-ngrams-256-v1");
      assertThat(opened.embedder().embed(List.of("茶", "egg"))).hasSize(2);
    }
    assertThat(asked).isEmpty();
  }
}
