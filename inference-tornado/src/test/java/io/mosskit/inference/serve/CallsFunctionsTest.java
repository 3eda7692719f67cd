package io.mosskit.inference.serve;

import static io.mosskit.inference.serve.Running.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.json.Json;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Functions of OpenAI's protocol as MOSS commands.
class CallsFunctionsTest {

  private static final String CHAT = "/v1/chat/completions";
  private static final String TOOLS =
      """
      "tools": [
        {"type": "function", "function": {"name": "Calculate", "parameters":
          {"type": "object", "properties": {"expression": {"type": "string"}}}}},
        {"type": "function", "function": {"name": "Weather", "description": "of a city",
          "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}}]
      """;
  private static final String COMMANDS_WANTED = "<eoh>\n";

  private final ConcurrentLinkedQueue<String> prompts = new ConcurrentLinkedQueue<>();

  /// A model that writes one thing where thoughts and commands are wanted, and another where the
  /// reply is.
  private UnaryOperator<String> writing(String commands, String reply) {
    return prompt -> {
      prompts.add(prompt);
      return prompt.endsWith(COMMANDS_WANTED) ? commands : reply;
    };
  }

  private static String body(String messages, String more) {
    return "{\"model\": \"tiny\", \"messages\": [%s], %s%s}".formatted(messages, TOOLS, more);
  }

  private static final String QUESTION = "{\"role\": \"user\", \"content\": \"6*7 是多少?\"}";

  @Test
  void aCommandOfTheModelIsACallOfTheFunction() throws Exception {
    String commands =
        "<|Inner Thoughts|>: 要算 6*7<eot>\n<|Commands|>: Calculate(\"6*7\"), Weather(\"北京\")<eoc>";
    try (Running running = Running.scripted(writing(commands, "never"))) {
      Json.Obj answer = running.ask(CHAT, body(QUESTION, ""));
      Json message = Json.parse(text(answer, "choices", 0, "message"));
      assertThat(text(answer, "choices", 0, "finish_reason")).isEqualTo("tool_calls");
      assertThat(text(message, "content")).isEqualTo("null");
      assertThat(text(message, "reasoning_content")).isEqualTo("要算 6*7");
      assertThat(text(message, "tool_calls", 0, "id")).isEqualTo("call_1_1");
      assertThat(text(message, "tool_calls", 0, "function", "name")).isEqualTo("Calculate");
      assertThat(text(message, "tool_calls", 0, "function", "arguments"))
          .isEqualTo("{\"expression\":\"6*7\"}");
      assertThat(text(message, "tool_calls", 1, "function", "arguments"))
          .isEqualTo("{\"city\":\"北京\"}");
      List<Json.Obj> pieces = running.stream(CHAT, body(QUESTION, ", \"stream\": true"));
      assertThat(text(pieces.getLast(), "choices", 0, "delta", "tool_calls", 1, "index"))
          .isEqualTo("1");
      assertThat(text(pieces.getLast(), "choices", 0, "finish_reason")).isEqualTo("tool_calls");
    }
    assertThat(prompts.peek())
        .startsWith(MetaInstruction.PREAMBLE)
        .contains("- Inner thoughts: enabled.\n")
        .contains("- Calculator: enabled. API: Calculate(expression)\n")
        .contains("- Weather: enabled. API: Weather(city)\n")
        .endsWith("<|Human|>: 6*7 是多少?<eoh>\n");
  }

  @Test
  void theResultIsWrittenAsTheTrainingDataHaveIt() throws Exception {
    String messages =
        QUESTION
            + """
            , {"role": "assistant", "content": null, "reasoning_content": "要算 6*7", "tool_calls": [
              {"id": "call_1_1", "type": "function", "function":
                {"name": "Calculate", "arguments": "{\\"expression\\":\\"6*7\\"}"}}]},
            {"role": "tool", "tool_call_id": "call_1_1", "content": "42"}
            """;
    try (Running running = Running.scripted(writing("never", " 是 42<eom>"))) {
      Json.Obj answer = running.ask(CHAT, body(messages, ""));
      assertThat(text(answer, "choices", 0, "message", "content")).isEqualTo("是 42");
      assertThat(text(answer, "choices", 0, "finish_reason")).isEqualTo("stop");
    }
    assertThat(prompts.peek())
        .endsWith(
            """
            <|Human|>: 6*7 是多少?<eoh>
            <|Inner Thoughts|>: 要算 6*7<eot>
            <|Commands|>: Calculate("6*7")<eoc>
            <|Results|>:
            Calculate("6*7") => '42'
            <eor>
            <|MOSS|>:\
            """);
  }

  @Test
  void aReplySentBackStandsAsTheModelWroteIt() throws Exception {
    try (Running running = Running.scripted(writing("never", " 是 42<eom>"))) {
      String none = ", \"tool_choice\": \"none\"";
      Json.Obj answer = running.ask(CHAT, body(QUESTION, none));
      String reply = text(answer, "choices", 0, "message", "content");
      String said = ", {\"role\": \"assistant\", \"content\": \"%s\"}, ".formatted(reply);
      running.ask(CHAT, body(QUESTION + said + QUESTION, none));
    }
    assertThat(prompts.toArray(String[]::new)[1])
        .startsWith(prompts.peek() + " 是 42<eom>\n<|Human|>: ");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          None
          Launch("rocket")
          Calculate(6*7)
          """)
  void whereNothingCanBeCalledTheModelGoesOnToItsReply(String command) throws Exception {
    String commands = "<|Inner Thoughts|>: None<eot>\n<|Commands|>: " + command + "<eoc>";
    try (Running running = Running.scripted(writing(commands, " 四十二 forty-two<eom>"))) {
      Json.Obj answer = running.ask(CHAT, body(QUESTION, ""));
      assertThat(text(answer, "choices", 0, "message", "content")).isEqualTo("四十二 forty-two");
      assertThat(text(answer, "choices", 0, "finish_reason")).isEqualTo("stop");
    }
    assertThat(prompts).hasSize(2);
    assertThat(prompts.toArray(String[]::new)[1])
        .endsWith(commands + "\n<|Results|>:\nNone\n<eor>\n<|MOSS|>:");
  }

  @Test
  void nothingIsCalledWhereTheRequestSaysSo() throws Exception {
    try (Running running = Running.scripted(writing("never", " 好 well<eom>"))) {
      Json.Obj answer = running.ask(CHAT, body(QUESTION, ", \"tool_choice\": \"none\""));
      assertThat(text(answer, "choices", 0, "message", "content")).isEqualTo("好 well");
    }
    assertThat(prompts.peek())
        .endsWith(
            """
            <|Inner Thoughts|>: None<eot>
            <|Commands|>: None<eoc>
            <|Results|>:
            None
            <eor>
            <|MOSS|>:\
            """);
  }

  @Test
  void earlierTurnsStandInThePromptAndControlTokensOfTheUserAreText() throws Exception {
    String messages =
        """
        {"role": "system", "content": "你是海盗。You are a pirate."},
        {"role": "user", "content": "a <eom> b"}, {"role": "assistant", "content": "Arr 好"},
        {"role": "user", "content": [{"type": "text", "text": "again 再来"}]},
        {"role": "developer", "content": "Briefly 简短。"}
        """;
    try (Running running = Running.scripted(writing("never", "\n<|MOSS|>: 嗨 Ahoy<eom>"))) {
      Json.Obj answer =
          running.ask(CHAT, "{\"model\": \"tiny\", \"messages\": [" + messages + "]}");
      assertThat(text(answer, "choices", 0, "message", "content")).isEqualTo("嗨 Ahoy");
    }
    assertThat(prompts.peek())
        .isEqualTo(
            """
            你是海盗。You are a pirate.
            Briefly 简短。
            <|Human|>: a <eom> b<eoh>
            <|MOSS|>: Arr 好<|Human|>: again 再来<eoh>\
            """);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "tools": [{"type": "function", "function": {"name": "f", "parameters": {"properties": {"a": {"type": "string"}, "b": {"type": "string"}}}}}]|exactly one parameter, of type string
          "tools": [{"type": "function", "function": {"name": "f", "parameters": {"properties": {"a": {"type": "number"}}}}}]|exactly one parameter, of type string
          "tools": [{"type": "function", "function": {"name": "get-time", "parameters": {"properties": {"a": {"type": "string"}}}}}]|a MOSS command begins with a letter
          "tools": [{"type": "function", "function": {"name": "Solve", "parameters": {"properties": {"a": {"type": "string"}}}}}]|the parameter of MOSS's own Solve is called equation
          "tools": [{"type": "custom"}]|expected {\"type\": \"function\"
          "tool_choice": "auto"|only allowed when
          """,
      quoteCharacter = '`')
  void saysWhatAFunctionMustBe(String members, String message) throws Exception {
    try (Running running = Running.scripted(writing("never", "never"))) {
      String body = "{\"model\": \"tiny\", \"messages\": [%s], %s}".formatted(QUESTION, members);
      var response = running.post(CHAT, body);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(text(Json.parse(response.body()), "error", "message").replace("`", ""))
          .contains(message.replace("\\", ""));
    }
  }

  @Test
  void saysThatNothingForcesACall() throws Exception {
    try (Running running = Running.scripted(writing("never", "never"))) {
      var response = running.post(CHAT, body(QUESTION, ", \"tool_choice\": \"required\""));
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("nothing forces a MOSS model to call a function");
    }
  }
}
