package io.mosskit.generator.teacher;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.mosskit.generator.asking.Time;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatException.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AsksForEmbeddingsTest {
  private static final String KEY = "sk-secret-0123456789";
  private static final String PATH = "/v1/embeddings";
  private static final String ANSWER =
      """
      {
        "object": "list",
        "data": [
          {"object": "embedding", "index": 1, "embedding": [0.5, -0.25]},
          {"object": "embedding", "index": 0, "embedding": [1, 0.125]}
        ],
        "model": "text-embedding-3-small",
        "usage": {"prompt_tokens": 8, "total_tokens": 8}
      }
      """;

  private static WireMockServer server;
  private static OpenAiEmbeddings embeddings;
  private static final List<Duration> PAUSES = new ArrayList<>();

  /// Time that does not pass.
  private static final class NotedTime implements Time {

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public void sleep(Duration duration) {
      PAUSES.add(duration);
    }
  }

  @BeforeAll
  static void start() throws ChatException {
    server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    server.start();
    embeddings =
        OpenAiEmbeddings.connect(
            TeacherSettings.of(URI.create(server.baseUrl() + "/v1"), "text-embedding-3-small"),
            Map.of("OPENAI_API_KEY", KEY),
            new NotedTime());
  }

  @AfterAll
  static void stop() {
    embeddings.close();
    server.stop();
  }

  @BeforeEach
  void forget() {
    server.resetAll();
    PAUSES.clear();
  }

  @Test
  void sendsAndReadsTheDocumentedShapes() throws Exception {
    server.stubFor(post(PATH).willReturn(okJson(ANSWER)));
    assertThat(embeddings.vectors(List.of("茶", "egg")))
        .containsExactly(new float[] {1, 0.125f}, new float[] {0.5f, -0.25f});
    server.verify(
        postRequestedFor(urlEqualTo(PATH))
            .withHeader("Authorization", equalTo("Bearer " + KEY))
            .withRequestBody(
                equalToJson(
                    """
                    {
                      "model": "text-embedding-3-small",
                      "input": ["茶", "egg"],
                      "encoding_format": "float"
                    }
                    """)));
    assertThat(embeddings.name()).startsWith("text-embedding-3-small at http");
  }

  @Test
  void aBusyServerIsAskedAgainWhenItSaid() throws Exception {
    server.stubFor(
        post(PATH)
            .inScenario("busy")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "7"))
            .willSetStateTo("down"));
    server.stubFor(
        post(PATH)
            .inScenario("busy")
            .whenScenarioStateIs("down")
            .willReturn(aResponse().withStatus(503))
            .willSetStateTo("up"));
    server.stubFor(
        post(PATH).inScenario("busy").whenScenarioStateIs("up").willReturn(okJson(ANSWER)));
    assertThat(embeddings.vectors(List.of("茶", "egg"))).hasSize(2);
    assertThat(PAUSES).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2));
  }

  @Test
  void aServerThatStaysDownIsGivenUp() {
    server.stubFor(post(PATH).willReturn(aResponse().withStatus(500)));
    ChatException failure =
        catchThrowableOfType(ChatException.class, () -> embeddings.vectors(List.of("茶")));
    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(PAUSES).hasSize(5);
  }

  @Test
  void aWrongKeyIsNotTriedAgainAndNeverShown() {
    server.stubFor(
        post(PATH)
            .willReturn(
                aResponse()
                    .withStatus(401)
                    .withHeader("Content-Type", "application/json")
                    .withBody("{\"error\": {\"message\": \"no such key: " + KEY + "\"}}")));
    ChatException failure =
        catchThrowableOfType(ChatException.class, () -> embeddings.vectors(List.of("egg")));
    assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
    assertThat(failure.getMessage()).contains("OPENAI_API_KEY").doesNotContain(KEY);
    assertThat(PAUSES).isEmpty();
  }

  @Test
  void anAnswerWithoutAllVectorsIsBroken() {
    server.stubFor(post(PATH).willReturn(okJson(ANSWER)));
    ChatException failure =
        catchThrowableOfType(
            ChatException.class, () -> embeddings.vectors(List.of("茶", "egg", "第三")));
    assertThat(failure.kind()).isEqualTo(Kind.BROKEN_ANSWER);
    assertThat(failure.getMessage()).contains("2 vectors for 3 texts");
    ChatException foreign =
        catchThrowableOfType(ChatException.class, () -> embeddings.vectors(List.of("茶")));
    assertThat(foreign.getMessage()).contains("a vector of text 1 of 1");
  }
}
