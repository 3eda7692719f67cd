package io.mosskit.generator.teacher;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatException.Kind;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.chat.Sampling;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeaksTheOpenAiProtocolTest {

  private static final String KEY = "sk-secret-0123456789";
  private static final String PATH = "/v1/chat/completions";

  private static WireMockServer server;
  private static OpenAiTeacher teacher;

  @BeforeAll
  static void start() throws ChatException {
    server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    server.start();
    teacher =
        OpenAiTeacher.connect(
            TeacherSettings.of(URI.create(server.baseUrl() + "/v1"), "gpt-4o"),
            Map.of("OPENAI_API_KEY", KEY));
  }

  @AfterAll
  static void stop() {
    teacher.close();
    server.stop();
  }

  @BeforeEach
  void forget() {
    server.resetAll();
  }

  private static ChatRequest request(Form form) {
    return new ChatRequest(
        List.of(
            new Message(Role.SYSTEM, "You are MOSS."),
            new Message(Role.USER, "你好"),
            new Message(Role.ASSISTANT, "你好！"),
            new Message(Role.USER, "Tell me more.")),
        new Sampling(0.5, 0.9, 256, 77),
        form,
        "r-0011223344556677");
  }

  /// The exchange as the API reference documents it.
  @Test
  void sendsAndReadsTheDocumentedShapes() throws Exception {
    server.stubFor(
        post(PATH)
            .willReturn(
                okJson(
                    """
                    {
                      "id": "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
                      "object": "chat.completion",
                      "created": 1741569952,
                      "model": "gpt-4.1-2025-04-14",
                      "choices": [
                        {
                          "index": 0,
                          "message": {
                            "role": "assistant",
                            "content": "Hello! 我能帮你做什么？",
                            "refusal": null,
                            "annotations": []
                          },
                          "logprobs": null,
                          "finish_reason": "stop"
                        }
                      ],
                      "usage": {
                        "prompt_tokens": 19,
                        "completion_tokens": 10,
                        "total_tokens": 29,
                        "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
                        "completion_tokens_details": {
                          "reasoning_tokens": 0,
                          "audio_tokens": 0,
                          "accepted_prediction_tokens": 0,
                          "rejected_prediction_tokens": 0
                        }
                      },
                      "service_tier": "default"
                    }
                    """)));

    assertThat(teacher.reply(request(Form.JSON_OBJECT)))
        .isEqualTo(new ChatReply("Hello! 我能帮你做什么？", Finish.STOP, 19, 10, "gpt-4.1-2025-04-14"));

    server.verify(
        1,
        postRequestedFor(urlEqualTo(PATH))
            .withHeader("Authorization", equalTo("Bearer " + KEY))
            .withHeader("X-Mosskit-Request", equalTo("r-0011223344556677"))
            .withRequestBody(
                equalToJson(
                    """
                    {
                      "model": "gpt-4o",
                      "messages": [
                        {"role": "system", "content": "You are MOSS."},
                        {"role": "user", "content": "你好"},
                        {"role": "assistant", "content": "你好！"},
                        {"role": "user", "content": "Tell me more."}
                      ],
                      "temperature": 0.5,
                      "top_p": 0.9,
                      "max_tokens": 256,
                      "seed": 77,
                      "response_format": {"type": "json_object"}
                    }
                    """)));
  }

  @ParameterizedTest
  @CsvSource({
    "stop, STOP",
    "length, LENGTH",
    "content_filter, FILTERED",
    "tool_calls, OTHER",
    "eos, OTHER"
  })
  void readsWhyAReplyEnded(String reason, Finish finish) throws Exception {
    server.stubFor(
        post(PATH)
            .willReturn(
                okJson(
                    """
                    {"id": "1", "object": "chat.completion", "created": 1, "choices": [{"index": 0,
                    "message": {"role": "assistant", "content": "好"}, "finish_reason": "%s"}]}
                    """
                        .formatted(reason))));
    assertThat(teacher.reply(request(Form.TEXT)))
        .isEqualTo(new ChatReply("好", finish, 0, 0, "gpt-4o"));
  }

  private static ChatException failure() {
    return catchThrowableOfType(ChatException.class, () -> teacher.reply(request(Form.TEXT)));
  }

  private static void refuse(int status, String code, String param, String message) {
    server.stubFor(
        post(PATH)
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withBody(
                        """
                        {"error": {"message": "%s", "type": "invalid_request_error",
                        "param": %s, "code": %s}}
                        """
                            .formatted(
                                message,
                                param.isEmpty() ? "null" : "\"" + param + "\"",
                                code.isEmpty() ? "null" : "\"" + code + "\""))));
  }

  @ParameterizedTest
  @CsvSource({
    "401, invalid_api_key, '', MISCONFIGURED, OPENAI_API_KEY",
    "403, '', '', MISCONFIGURED, may not use this model",
    "404, model_not_found, '', MISCONFIGURED, the model's name",
    "402, '', '', MISCONFIGURED, no credit",
    "429, insufficient_quota, '', MISCONFIGURED, no credit",
    "429, rate_limit_exceeded, '', RATE_LIMITED, told to say",
    "400, context_length_exceeded, messages, BAD_REQUEST, plan fewer turns",
    "400, context_length_exceeded, input, BAD_REQUEST, a text to embed is longer",
    "400, content_filter, '', BAD_REQUEST, filter refuses",
    "400, unsupported_value, temperature, MISCONFIGURED, temperature",
    "400, '', '', BAD_REQUEST, told to say",
    "422, '', '', BAD_REQUEST, told to say",
    "408, '', '', UNAVAILABLE, told to say",
    "409, '', '', UNAVAILABLE, told to say",
    "500, '', '', UNAVAILABLE, told to say",
    "503, '', '', UNAVAILABLE, told to say"
  })
  void saysWhetherAskingAgainHelps(int status, String code, String param, Kind kind, String words) {
    refuse(status, code, param, "what the server was told to say, 服务器的话");
    ChatException failure = failure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure)
        .hasMessageContaining(words)
        .hasMessageContaining("gpt-4o at http://localhost");
    server.verify(1, postRequestedFor(urlEqualTo(PATH)));
  }

  @ParameterizedTest
  @CsvSource({
    "Retry-After, 7, PT7S",
    "Retry-After, 0.5, PT0.5S",
    "retry-after-ms, 1250, PT1.25S",
    "Retry-After, 'Wed, 21 Oct 2015 07:28:00 GMT', PT0S"
  })
  void readsHowLongToWait(String header, String value, Duration wait) {
    server.stubFor(
        post(PATH)
            .willReturn(
                aResponse().withStatus(429).withHeader(header, value).withBody("slow down")));
    ChatException failure = failure();
    assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(failure.retryAfter()).contains(wait);
  }

  @Test
  void waitsOnItsOwnWhereTheServerSpeaksNonsense() {
    server.stubFor(
        post(PATH).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "soon, 很快")));
    assertThat(failure().retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
  void brokenConnectionsMayPass(Fault fault) {
    server.stubFor(post(PATH).willReturn(aResponse().withFault(fault)));
    assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void brokenAnswersMayPass() {
    for (String body :
        List.of(
            "{\"id\": \"1\", \"choices\": [{\"index\": 0, \"message\": {\"content\": \"你",
            "",
            "<html>Bad gateway</html>",
            "{\"id\": \"1\", \"object\": \"chat.completion\", \"created\": 1, \"model\": \"m\","
                + " \"choices\": []}",
            "{\"id\": \"1\", \"object\": \"chat.completion\", \"created\": 1, \"model\": \"m\"}")) {
      server.stubFor(post(PATH).willReturn(okJson(body)));
      assertThat(failure().kind()).as(body).isEqualTo(Kind.BROKEN_ANSWER);
    }
  }

  @Test
  void aBodyThatBreaksOffMayPass() {
    server.stubFor(post(PATH).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
    assertThat(failure().kind().isPassing()).isTrue();
  }

  @Test
  void aReplyWithoutTextIsAnEmptyReply() throws Exception {
    server.stubFor(
        post(PATH)
            .willReturn(
                okJson(
                    """
                    {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices":
                    [{"index": 0, "message": {"role": "assistant", "content": null,
                    "refusal": "no"}, "finish_reason": "stop"}]}
                    """)));
    assertThat(teacher.reply(request(Form.TEXT)).content()).isEmpty();
  }

  @Test
  void showsTheKeyToNobody() throws Exception {
    refuse(401, "invalid_api_key", "", "Incorrect API key provided: " + KEY + ", 密钥有误");
    ChatException failure = failure();
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    assertThat(trace.toString()).contains("***").doesNotContain(KEY);

    TeacherSettings settings = TeacherSettings.of(TeacherSettings.OPENAI, "m");
    ApiKey key = ApiKey.of(Map.of("OPENAI_API_KEY", " " + KEY + "\n"), settings);
    assertThat(key.secret()).isEqualTo(KEY);
    assertThat(key.toString()).doesNotContain(KEY);
    assertThat(settings.toString()).doesNotContain(KEY);
  }

  @Test
  void needsAKeyOnlyForOtherMachines() throws Exception {
    assertThatThrownBy(() ->
            OpenAiTeacher.connect(TeacherSettings.of(TeacherSettings.OPENAI, "gpt-4o"), Map.of()))
        .isInstanceOfSatisfying(
            ChatException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MISCONFIGURED))
        .hasMessage("api.openai.com wants a key: set the environment variable OPENAI_API_KEY");
    refuse(500, "", "", "none of it");
    try (OpenAiTeacher keyless =
        OpenAiTeacher.connect(
            TeacherSettings.of(URI.create(server.baseUrl() + "/v1"), "m"), Map.of())) {
      assertThatThrownBy(() -> keyless.reply(request(Form.TEXT)))
          .hasMessageContaining("none of it");
    }
    server.verify(
        postRequestedFor(urlEqualTo(PATH)).withHeader("Authorization", equalTo("Bearer none")));
  }

  @Test
  void refusesBaseUrlsThatAreNone() {
    for (String url :
        List.of("ftp://localhost/v1", "localhost:8080", "http:///v1", "http://a:b@c/v1")) {
      assertThatThrownBy(() -> TeacherSettings.of(URI.create(url), "m"))
          .as(url)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("a:b");
    }
    assertThatThrownBy(() -> TeacherSettings.of(TeacherSettings.OPENAI, " "))
        .hasMessageContaining("name");
  }
}
