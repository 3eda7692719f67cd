package io.mosskit.inference.serve;

import static io.mosskit.inference.serve.Running.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mosskit.inference.serve.engine.EngineOptions;
import io.mosskit.schema.json.Json;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each refusal in OpenAI's form, with the status that clients act on.
class RefusesRequestsTest {

  private static final String TOKEN = "a-secret-of-ours";

  private static Running open;
  private static Running guarded;

  @BeforeAll
  static void start() throws Exception {
    open = Running.random(EngineOptions.of(2, 4, 300), options -> options.withBodyBytes(20_000));
    guarded =
        Running.random(
            EngineOptions.of(2, 4, 300),
            options -> ServerOptions.at(options.address(), Optional.of(TOKEN)));
  }

  @AfterAll
  static void stop() {
    open.close();
    guarded.close();
  }

  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /v1/completions|{"prompt": "x"}|400|model|you must provide a model parameter
          /v1/completions|{"model": "gpt-5", "prompt": "x"}|404|model|does not exist
          /v1/completions|{"model": "tiny"}|400|prompt|you must provide
          /v1/completions|{"model": "tiny", "prompt": ""}|400|prompt|empty text
          /v1/completions|{"model": "tiny", "prompt": [99999]}|400|prompt|a token id below
          /v1/completions|{"model": "tiny", "prompt": "x", "temperature": -1}|400|temperature|expected 0 to 100
          /v1/completions|{"model": "tiny", "prompt": "x", "temperature": "hot"}|400|temperature|expected a number
          /v1/completions|{"model": "tiny", "prompt": "x", "top_p": 0}|400|top_p|above 0
          /v1/completions|{"model": "tiny", "prompt": "x", "n": 0}|400|n|1 to 16
          /v1/completions|{"model": "tiny", "prompt": "x", "max_tokens": 0}|400|max_tokens|at least 1
          /v1/completions|{"model": "tiny", "prompt": "x", "max_tokens": 1e99999999999}|400|max_tokens|at least 1
          /v1/completions|{"model": "tiny", "prompt": "x", "max_tokens": 1.5}|400|max_tokens|at least 1
          /v1/completions|{"model": "tiny", "prompt": "x", "top_k": 1e99999999999}|400|top_k|at least 0
          /v1/completions|{"model": "tiny", "prompt": "x", "temperature": 1e999}|400|temperature|expected 0 to 100
          /v1/completions|{"model": "tiny", "prompt": "x", "repetition_penalty": -1}|400|repetition_penalty|expected
          /v1/completions|{"model": "tiny", "prompt": "x", "presence_penalty": 1e99999999999}|400|presence_penalty|cannot do
          /v1/completions|{"model": "tiny", "model": "tiny", "prompt": "嗨"}|400|null|comes twice
          /v1/completions|{"model": "tiny", "prompt": "x", "max_tokens": 300}|400|prompt|maximum context length is 300 tokens
          /v1/completions|{"model": "tiny", "prompt": "x", "stop": [""]}|400|stop|not empty
          /v1/completions|{"model": "tiny", "prompt": "x", "seed": 1.5}|400|seed|a whole number
          /v1/completions|{"model": "tiny", "prompt": "x", "presence_penalty": 1}|400|presence_penalty|cannot do
          /v1/completions|{"model": "tiny", "prompt": "x", "logit_bias": {"5": 1}}|400|logit_bias|cannot do
          /v1/completions|{"model": "tiny", "prompt": "x", "best_of": 2}|400|best_of|cannot do
          /v1/completions|{"model": "tiny", "prompt": "x", "suffix": "y"}|400|suffix|cannot do
          /v1/completions|{"model": "tiny", "prompt": "x", "echo": true, "stream": true}|400|echo|does not go with
          /v1/completions|{"model": "tiny", "prompt": "x", "colour": 1}|400|colour|not supported
          /v1/completions|{"model": "tiny", "prompt": "x", "stream_options": {}}|400|stream_options|goes with
          /v1/completions|[]|400|null|no JSON object
          /v1/completions|{"model"|400|null|no JSON
          /v1/chat/completions|{"model": "tiny", "messages": []}|400|messages|at least one message
          /v1/chat/completions|{"model": "tiny", "messages": [{"role": "assistant", "content": "嗨"}]}|400|messages|the last message
          /v1/chat/completions|{"model": "tiny", "messages": [{"role": "robot"}, {"role": "user", "content": "嗨"}]}|400|messages|rename the role
          /v1/chat/completions|{"model": "tiny", "messages": [{"role": "user", "content": [{"type": "image_url"}]}]}|400|messages|MOSS-003 holds text alone
          /v1/chat/completions|{"model": "tiny", "messages": [{"role": "user", "content": "嗨"}]}|400|messages|maximum context length
          /v1/chat/completions|{"model": "tiny", "messages": [{"role": "user", "content": "嗨"}], "response_format": {"type": "json_object"}}|400|response_format|cannot do
          /v1/chat/completions|{"model": "tiny", "messages": [{"role": "user", "content": "嗨"}], "top_logprobs": 2}|400|top_logprobs|goes with
          /v1/embeddings|{"model": "tiny", "input": "x", "dimensions": 3}|400|dimensions|cannot do
          /v1/embeddings|{"model": "tiny", "input": "x", "encoding_format": "int8"}|400|encoding_format|float or base64
          /|{"uid": "x"}|400|prompt|you must provide
          /|{"prompt": "x", "history": [["a"]]}|400|history|a pair
          /v2|{}|404|null|Unknown request URL
          """)
  void namesTheMemberThatIsWrong(String path, String body, int status, String param, String message)
      throws Exception {
    HttpResponse<String> response = open.post(path, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    Json error = Json.parse(text(Json.parse(response.body()), "error"));
    assertThat(text(error, "message")).contains(message);
    assertThat(text(error, "param")).isEqualTo(param);
    assertThat(text(error, "type")).isEqualTo("invalid_request_error");
  }

  @Test
  void saysWhichOfManyTextsIsTooLong() throws Exception {
    HttpResponse<String> response =
        open.post(
            "/v1/embeddings",
            "{\"model\": \"tiny\", \"input\": [\"tea\", \"%s\"]}".formatted("绿茶".repeat(300)));
    assertThat(text(Json.parse(response.body()), "error", "message"))
        .contains(" tokens in text 2 of `input`");
  }

  @Test
  void namesTheContextInItsCode() throws Exception {
    HttpResponse<String> response =
        open.post(
            "/v1/completions",
            "{\"model\": \"tiny\", \"prompt\": \"%s\"}".formatted("绿茶".repeat(300)));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(text(Json.parse(response.body()), "error", "code"))
        .isEqualTo("context_length_exceeded");
  }

  @Test
  void refusesBodiesThatAreTooLongHoweverTheyCome() throws Exception {
    byte[] body = new byte[200_000];
    HttpRequest known =
        HttpRequest.newBuilder(open.uri("/v1/completions"))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    HttpRequest chunked =
        HttpRequest.newBuilder(open.uri("/v1/completions"))
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();
    for (HttpRequest request : List.of(known, chunked)) {
      HttpResponse<String> response = open.send(request);
      assertThat(response.statusCode()).isEqualTo(413);
      assertThat(response.body()).contains("longer than 20000 bytes");
    }
  }

  @Test
  void wantsItsTokenWhereItHasOne() throws Exception {
    String body = "{\"model\": \"tiny\", \"prompt\": \"x\", \"max_tokens\": 1}";
    for (String header : List.of("Bearer wrong-token", "Basic " + TOKEN, TOKEN)) {
      HttpResponse<String> response =
          guarded.send(
              guarded.request("/v1/completions", body).header("Authorization", header).build());
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(text(Json.parse(response.body()), "error", "code")).isEqualTo("invalid_api_key");
      assertThat(response.body()).doesNotContain(TOKEN);
    }
    assertThat(guarded.post("/v1/completions", body).statusCode()).isEqualTo(401);
    assertThat(guarded.get("/metrics").statusCode()).isEqualTo(401);
    assertThat(guarded.get("/health").statusCode()).isEqualTo(200);
    HttpRequest right =
        guarded
            .request("/v1/completions", body)
            .header("Authorization", "Bearer " + TOKEN)
            .header("Origin", "https://example.org")
            .build();
    assertThat(guarded.send(right).statusCode()).isEqualTo(200);
  }

  @Test
  void withoutATokenNoPageInABrowserMayAsk() throws Exception {
    String body = "{\"model\": \"tiny\", \"prompt\": \"x\", \"max_tokens\": 1}";
    HttpResponse<String> response =
        open.send(
            open.request("/v1/completions", body).header("Origin", "https://example.org").build());
    assertThat(response.statusCode()).isEqualTo(403);
  }

  @Test
  void namesTheMethodThatAnAddressTakes() throws Exception {
    HttpResponse<String> response = open.get("/v1/completions");
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("POST");
  }

  @Test
  void looksWithoutABodyWhereItIsAskedToLookOnly() throws Exception {
    HttpRequest head = HttpRequest.newBuilder(open.uri("/health")).HEAD().build();
    HttpResponse<String> response = open.send(head);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Length"))
        .hasValue(String.valueOf(open.get("/health").body().length()));
    assertThat(open.send(HttpRequest.newBuilder(open.uri("/v2")).HEAD().build()).statusCode())
        .isEqualTo(404);
    assertThat(open.get("/metrics").body()).contains("path=\"/health\",status=\"200\"} 2");
  }

  @Test
  void othersReachNoServerWithoutAToken() {
    InetSocketAddress everywhere = new InetSocketAddress("0.0.0.0", 0);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> ServerOptions.at(everywhere, Optional.empty()))
        .withMessageContaining("others can reach this server; give it a token");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> ServerOptions.at(everywhere, Optional.of("short")))
        .withMessageContaining("at least 8 characters");
    assertThat(ServerOptions.at(everywhere, Optional.of(TOKEN)).toString()).doesNotContain(TOKEN);
    assertThat(new Gate(Optional.of(TOKEN)).toString()).doesNotContain(TOKEN);
  }
}
