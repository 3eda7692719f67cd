package io.mosskit.generator.teacher;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.notMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatException.Kind;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.chat.Sampling;
import io.mosskit.schema.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsDownToWhatTheServerTakesTest {

  private static final String PATH = "/v1/chat/completions";
  private static final String ANSWER =
      """
      {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [{"index": 0,
      "message": {"role": "assistant", "content": "{\\"user\\": \\"好\\"}"},
      "finish_reason": "stop"}]}
      """;
  private static final Form SCHEMA =
      Form.schema(
          "user-turn",
          Json.object()
              .put("type", "object")
              .put(
                  "properties",
                  Json.object().put("user", Json.object().put("type", "string").build()).build())
              .put("required", List.of("user"))
              .put("additionalProperties", false)
              .build());

  private static WireMockServer server;

  private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void start() {
    server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void forget() {
    server.resetAll();
    server.stubFor(post(PATH).willReturn(okJson(ANSWER)));
  }

  private static void refuse(String type, int status, String error) {
    server.stubFor(
        post(PATH)
            .withRequestBody(matchingJsonPath("$.response_format[?(@.type == '" + type + "')]"))
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withBody("{\"error\": " + error + "}")));
  }

  private static void refuse(String type) {
    refuse(
        type, 400, "{\"message\": \"'response_format' of type '" + type + "' is not supported\"}");
  }

  private static TeacherSettings settings() {
    return TeacherSettings.of(URI.create(server.baseUrl() + "/v1"), "m");
  }

  private OpenAiTeacher teacher(TeacherSettings settings) throws ChatException {
    return OpenAiTeacher.connect(settings, Map.of(), notes::add);
  }

  private static ChatReply ask(OpenAiTeacher teacher, Form form)
      throws ChatException, InterruptedException {
    return teacher.reply(
        new ChatRequest(
            List.of(new Message(Role.USER, "Say it as JSON, 用 JSON 说")),
            new Sampling(1, 1, 9, 3),
            form,
            "r-1"));
  }

  private static RequestPatternBuilder sent(String type) {
    RequestPatternBuilder any = postRequestedFor(urlEqualTo(PATH));
    return type.isEmpty()
        ? any.withRequestBody(notMatching(".*response_format.*"))
        : any.withRequestBody(matchingJsonPath("$.response_format[?(@.type == '" + type + "')]"));
  }

  @Test
  void asksWithTheSchemaWhereTheServerKnowsIt() throws Exception {
    try (OpenAiTeacher teacher = teacher(settings())) {
      assertThat(ask(teacher, SCHEMA).content()).isEqualTo("{\"user\": \"好\"}");
    }
    server.verify(
        1,
        postRequestedFor(urlEqualTo(PATH))
            .withRequestBody(
                equalToJson(
                    """
                    {
                      "model": "m",
                      "messages": [{"role": "user", "content": "Say it as JSON, 用 JSON 说"}],
                      "max_tokens": 9,
                      "seed": 3,
                      "response_format": {"type": "json_schema", "json_schema": {
                        "name": "user-turn",
                        "strict": true,
                        "schema": {
                          "type": "object",
                          "properties": {"user": {"type": "string"}},
                          "required": ["user"],
                          "additionalProperties": false
                        }}}
                    }
                    """)));
    assertThat(notes).isEmpty();
  }

  @Test
  void theSameCallIsAnsweredOneStepDownAndTheServerRemembered() throws Exception {
    refuse("json_schema");
    try (OpenAiTeacher teacher = teacher(settings())) {
      assertThat(ask(teacher, SCHEMA).content()).contains("好");
      assertThat(ask(teacher, SCHEMA).content()).contains("好");
      ask(teacher, Form.TEXT);
    }
    server.verify(1, sent("json_schema"));
    server.verify(2, sent("json_object"));
    server.verify(1, sent(""));
    assertThat(notes)
        .containsExactly(
            "m at %s/v1 refuses json_schema; it is asked with json_object from now on"
                .formatted(server.baseUrl()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          400 | {"message": "Invalid", "param": "response_format"}
          400 | {"message": "This model does not support response format 'x'"}
          400 | {"message": "This response_format type is unavailable now"}
          422 | {"message": "字段有误"}
          """)
  void stepsDownToPlainWords(int status, String error) throws Exception {
    refuse("json_schema", status, error);
    refuse("json_object", status, error);
    try (OpenAiTeacher teacher = teacher(settings())) {
      assertThat(ask(teacher, SCHEMA).content()).contains("好");
      ask(teacher, Form.JSON_OBJECT);
    }
    server.verify(1, sent("json_schema"));
    server.verify(1, sent("json_object"));
    server.verify(2, sent(""));
    assertThat(notes).hasSize(1).first().asString().endsWith("with no response_format from now on");
  }

  @Test
  void aRequestThatIsRefusedAtEveryLevelTeachesNothing() throws Exception {
    server.stubFor(post(PATH).willReturn(aResponse().withStatus(422).withBody("太长 too long")));
    try (OpenAiTeacher teacher = teacher(settings())) {
      assertThatThrownBy(() -> ask(teacher, SCHEMA))
          .isInstanceOfSatisfying(
              ChatException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BAD_REQUEST));
      server.stubFor(post(PATH).willReturn(okJson(ANSWER)));
      ask(teacher, SCHEMA);
    }
    server.verify(2, sent("json_schema"));
    assertThat(notes).isEmpty();
  }

  @Test
  void otherRefusalsAreNoReasonToAskOtherwise() throws Exception {
    refuse("json_schema", 400, "{\"message\": \"context too long 太长\"}");
    try (OpenAiTeacher teacher = teacher(settings())) {
      assertThatThrownBy(() -> ask(teacher, SCHEMA)).hasMessageContaining("太长");
    }
    server.verify(1, postRequestedFor(urlEqualTo(PATH)));
  }

  @Test
  void aLevelThatIsSetIsKept() throws Exception {
    refuse("json_schema");
    try (OpenAiTeacher strict = teacher(settings().withStructured(Structured.SCHEMA));
        OpenAiTeacher object = teacher(settings().withStructured(Structured.OBJECT));
        OpenAiTeacher off = teacher(settings().withStructured(Structured.OFF))) {
      assertThatThrownBy(() -> ask(strict, SCHEMA)).hasMessageContaining("is not supported");
      ask(object, SCHEMA);
      ask(off, SCHEMA);
      ask(off, Form.JSON_OBJECT);
    }
    server.verify(1, sent("json_schema"));
    server.verify(1, sent("json_object"));
    server.verify(2, sent(""));
    assertThat(notes).isEmpty();
  }

  @Test
  void manyAtOnceAreAllAnsweredAndTheStepIsToldOnce() throws Exception {
    refuse("json_schema");
    try (OpenAiTeacher teacher = teacher(settings());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> call = () -> ask(teacher, SCHEMA).content();
      for (Future<String> answer : threads.invokeAll(Collections.nCopies(32, call))) {
        assertThat(answer.get()).contains("好");
      }
    }
    assertThat(notes).hasSize(1);
  }

  @Test
  void leavesTheSeedOutWhereItIsNotWanted() throws Exception {
    try (OpenAiTeacher teacher = teacher(settings().withSendSeed(false))) {
      ask(teacher, Form.TEXT);
    }
    server.verify(
        postRequestedFor(urlEqualTo(PATH))
            .withRequestBody(
                equalToJson(
                    """
                    {"model": "m", "max_tokens": 9,
                     "messages": [{"role": "user", "content": "Say it as JSON, 用 JSON 说"}]}
                    """)));
  }

  @Test
  void eachTeacherHasTheKeyOfItsOwnVariable() throws Exception {
    Map<String, String> environment = Map.of("OPENAI_API_KEY", "sk-a", "QWEN_KEY", "sk-b");
    TeacherSettings settings = settings().withKeyVariable("QWEN_KEY");
    try (OpenAiTeacher teacher = OpenAiTeacher.connect(settings, environment)) {
      ask(teacher, Form.TEXT);
    }
    server.verify(
        postRequestedFor(urlEqualTo(PATH)).withHeader("Authorization", equalTo("Bearer sk-b")));
    TeacherSettings far =
        TeacherSettings.of(TeacherSettings.OPENAI, "m").withKeyVariable("ABSENT_KEY");
    assertThatThrownBy(() -> OpenAiTeacher.connect(far, environment))
        .hasMessageContaining("ABSENT_KEY");
    assertThatThrownBy(() -> settings().withKeyVariable("sk-secret-0123"))
        .hasMessageContaining("the name of an environment variable")
        .hasMessageNotContaining("0123");
  }
}
