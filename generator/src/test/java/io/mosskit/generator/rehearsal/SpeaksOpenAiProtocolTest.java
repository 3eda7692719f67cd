package io.mosskit.generator.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.teacher.OpenAiTeacher;
import io.mosskit.generator.teacher.TeacherSettings;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.chat.Sampling;
import io.mosskit.schema.json.Json;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeaksOpenAiProtocolTest {

  private static final int LIMIT = 20_000;

  private RehearsalTeacher teacher;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    teacher = RehearsalTeacher.start(RehearsalOptions.seeded(1).withMaxRequestBytes(LIMIT));
    client = new Client(teacher);
  }

  @AfterEach
  void stop() {
    client.close();
    teacher.close();
  }

  @Test
  void aCompletionHasEveryFieldOfTheProtocol() throws Exception {
    HttpResponse<String> response = client.complete("给办公室午休想三个点子。");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(response.headers().firstValueAsLong("Content-Length"))
        .hasValue(response.body().getBytes(StandardCharsets.UTF_8).length);
    Json.Obj completion = Client.json(response);
    assertThat(completion.members().keySet())
        .containsExactly("id", "object", "created", "model", "choices", "usage");
    assertThat(completion.string("id")).startsWith("chatcmpl-");
    assertThat(completion.string("object")).isEqualTo("chat.completion");
    assertThat(completion.string("model")).isEqualTo("rehearsal");
    Json.Obj choice = (Json.Obj) ((Json.Arr) completion.get("choices")).elements().getFirst();
    assertThat(choice.text())
        .matches(
            "\\{\"index\":0,\"message\":\\{\"role\":\"assistant\",\"content\":\".+\","
                + "\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"stop\"}");
    Json.Obj usage = (Json.Obj) completion.get("usage");
    long asked = number(usage, "prompt_tokens");
    assertThat(asked).isEqualTo(11);
    assertThat(number(usage, "total_tokens")).isEqualTo(asked + number(usage, "completion_tokens"));
  }

  private static long number(Json.Obj object, String name) {
    return ((Json.Num) object.get(name)).decimal().longValueExact();
  }

  @Test
  void theOfficialClientIsSatisfied() throws Exception {
    TeacherSettings settings = TeacherSettings.of(URI.create(teacher.baseUrl()), "rehearsal");
    try (OpenAiTeacher official = OpenAiTeacher.connect(settings, Map.of())) {
      Message prompt = new Message(Role.USER, "Give me three ideas for short naps at work.");
      Sampling sampling = new Sampling(0.7, 0.9, 1024, 5);
      ChatReply reply = official.reply(new ChatRequest(List.of(prompt), sampling, Form.TEXT));
      assertThat(reply.content()).contains("short naps at work");
      assertThat(reply.finish()).isEqualTo(ChatReply.Finish.STOP);
      assertThat(reply.model()).isEqualTo("rehearsal");
      assertThat(reply.completionTokens()).isPositive();
    }
  }

  @Test
  void theModelIsListedAsWhatItIs() throws Exception {
    String model =
        "{\"id\":\"rehearsal\",\"object\":\"model\",\"created\":0,\"owned_by\":\"mosskit\"}";
    assertThat(client.get("/models").body())
        .isEqualTo("{\"object\":\"list\",\"data\":[" + model + "]}");
    assertThat(client.get("/models/rehearsal").body()).isEqualTo(model);
  }

  @Test
  void memberOrderAndWhatIsAboutTheSenderDoNotMatter() throws Exception {
    Json.Obj body = Client.body("冬天早起不赖床，有什么建议？");
    Json.Obj turned = new Json.Obj(Map.of()).with("messages", body.get("messages"));
    turned =
        turned
            .with("model", Json.of("rehearsal"))
            .with("user", Json.of("somebody"))
            .with("metadata", Json.object().put("try", 2).build());
    String first = client.complete(body.text(), "", Client.PATIENCE).body();
    assertThat(client.complete(turned.text(), "", Client.PATIENCE).body()).isEqualTo(first);
    Json.Obj other = body.with("seed", Json.of(2));
    assertThat(client.complete(other.text(), "", Client.PATIENCE).body()).isNotEqualTo(first);
  }

  @Test
  void contentMayComeInParts() throws Exception {
    String parts =
        """
        {"model":"rehearsal","messages":[{"role":"developer","content":"be kind"},
        {"role":"user","content":[{"type":"text","text":"Ideas for short naps at work, please."}]}]}\
        """;
    assertThat(Client.content(client.complete(parts, "", Client.PATIENCE)))
        .contains("short naps at work");
  }

  private static Json.Obj turnAsked(String format) throws Exception {
    Json.Obj body =
        Client.body("Task: user-turn\nLanguage: zh\nIntent: deepen\n\n用户：你好\n\n助手：你好，有什么事？");
    return body.with("response_format", Json.parse(format));
  }

  private static String schema(String property, boolean closed) {
    return """
    {"type":"json_schema","json_schema":{"name":"turn","strict":true,"schema":{"type":"object",
    "properties":{"%s":{"type":"string"}},"required":["%s"],"additionalProperties":%s}}}\
    """
        .formatted(property, property, !closed);
  }

  @Test
  void theFormOfAnAnswerChangesNothingInIt() throws Exception {
    String plain = turnAsked("{\"type\":\"text\"}").text();
    String answer = client.complete(plain, "", Client.PATIENCE).body();
    for (String format : List.of("{\"type\":\"json_object\"}", schema("user", true))) {
      assertThat(client.complete(turnAsked(format).text(), "", Client.PATIENCE).body())
          .isEqualTo(answer);
    }
  }

  @Test
  void aSchemaIsHeldTo() throws Exception {
    HttpResponse<String> loose =
        client.complete(turnAsked(schema("user", false)).text(), "", Client.PATIENCE);
    assertThat(loose.statusCode()).isEqualTo(400);
    assertThat(loose.body()).contains("Invalid schema", "additionalProperties");
    HttpResponse<String> other =
        client.complete(turnAsked(schema("dialogue", true)).text(), "", Client.PATIENCE);
    assertThat(other.statusCode()).isEqualTo(400);
    assertThat(other.body()).contains("does not fit the schema turn: $: no dialogue");
    HttpResponse<String> unknown =
        client.complete(turnAsked("{\"type\":\"xml\"}").text(), "", Client.PATIENCE);
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("not xml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"model":"rehearsal","messages":[           | 400 | null         | no JSON
          []                                          | 400 | null         | no JSON object
          {"messages":[]}                             | 400 | model        | must provide a model
          {"model":"gpt-4o","messages":[]}            | 404 | model        | `gpt-4o` does not exist
          {"model":"rehearsal"}                       | 400 | messages     | at least one message
          {"model":"rehearsal","messages":[]}         | 400 | messages     | at least one message
          {"model":"rehearsal","messages":["hi"]}     | 400 | messages[0]  | is no object
          {"model":"rehearsal","messages":[{"role":"tool","content":"x"}]} | 400 | messages[0].role | must be system
          {"model":"rehearsal","messages":[{"role":"user"}]} | 400 | messages[0].content | must be a text
          {"model":"rehearsal","stream":true,"messages":[]} | 400 | stream | answers whole
          {"model":"rehearsal","n":3,"messages":[]}   | 400 | n            | one choice
          {"model":"rehearsal","max_tokens":0,"messages":[]} | 400 | max_tokens | above 0
          {"model":"rehearsal","messages":[{"role":"user","content":"Task: user-turn\\nLanguage: zh\\nIntent: sing"}]} | 400 | messages | expected one of [clarify
          """)
  void aWrongRequestIsToldWhatIsWrong(String body, int status, String param, String words)
      throws Exception {
    HttpResponse<String> response = client.complete(body, "", Client.PATIENCE);
    assertThat(response.statusCode()).isEqualTo(status);
    Json.Obj error = (Json.Obj) Client.json(response).get("error");
    assertThat(error.members().keySet()).containsExactly("message", "type", "param", "code");
    assertThat(error.string("message")).contains(words);
    assertThat(error.string("type")).isEqualTo("invalid_request_error");
    String found = error.string("param");
    assertThat(found == null ? "null" : found).isEqualTo(param);
    assertThat(teacher.requests().of(Outcome.REFUSED)).isEqualTo(1);
  }

  @Test
  void unknownAddressesAndMethodsAreErrorsOfTheSameForm() throws Exception {
    HttpResponse<String> address = client.get("/completions");
    assertThat(address.statusCode()).isEqualTo(404);
    assertThat(address.body()).contains("\"code\":\"unknown_url\"");
    HttpResponse<String> model = client.get("/models/gpt-4o");
    assertThat(model.statusCode()).isEqualTo(404);
    assertThat(model.body()).contains("\"code\":\"model_not_found\"");
    HttpResponse<String> method = client.get("/chat/completions");
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(method.headers().firstValue("Allow")).hasValue("POST");
    HttpResponse<String> posted = client.send("DELETE", "/models", BodyPublishers.noBody());
    assertThat(posted.statusCode()).isEqualTo(405);
    assertThat(posted.headers().firstValue("Allow")).hasValue("GET");
  }

  @Test
  void aBodyMayBeAsLongAsTheLimitAndNoLonger() throws Exception {
    int frame = Client.body("").text().length();
    String longest = Client.body("x".repeat(LIMIT - frame)).text();
    assertThat(client.complete(longest, "", Client.PATIENCE).statusCode()).isEqualTo(200);
    HttpResponse<String> over = client.complete(longest + " ", "", Client.PATIENCE);
    assertThat(over.statusCode()).isEqualTo(413);
    assertThat(over.body()).contains("longer than 20000 bytes");
    String far = Client.body("x".repeat(50 * LIMIT)).text();
    assertThat(client.complete(far, "", Client.PATIENCE).statusCode()).isEqualTo(413);
  }

  @Test
  void brokenUtf8IsRefused() throws Exception {
    byte[] broken = {'{', '"', (byte) 0xE4, '"', '}'};
    HttpResponse<String> response =
        client.send("POST", "/chat/completions", BodyPublishers.ofByteArray(broken));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("no UTF-8");
  }

  @Test
  void twoHundredRequestsAtOnceGetTheAnswersThatTheyWouldGetAlone() throws Exception {
    List<String> prompts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      prompts.add("给第" + i + "次午休想三个点子。");
      prompts.add("Give me three ideas for nap number " + i + ".");
    }
    List<Callable<String>> calls = new ArrayList<>();
    prompts.forEach(prompt -> calls.add(() -> client.complete(prompt).body()));
    List<String> together = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> answer : threads.invokeAll(calls)) {
        together.add(answer.get());
      }
    }
    List<String> alone = new ArrayList<>();
    for (String prompt : prompts) {
      alone.add(client.complete(prompt).body());
    }
    assertThat(together).isEqualTo(alone);
    assertThat(new HashSet<>(together)).hasSize(200);
    assertThat(teacher.requests().of(Outcome.ANSWERED)).isEqualTo(400);
  }
}
