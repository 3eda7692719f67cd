package io.mosskit.generator.teacher;

import com.openai.core.JsonValue;
import com.openai.models.ResponseFormatJsonObject;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletion.Choice.FinishReason;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.CompletionUsage;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.Sampling;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Our requests and replies in the words of OpenAI's chat completions, whichever way they travel.
final class Protocol {

  private final TeacherSettings settings;
  private final ApiKey key;
  private final Failures failures;

  Protocol(TeacherSettings settings, ApiKey key, Failures failures) {
    this.settings = settings;
    this.key = key;
    this.failures = failures;
  }

  // OpenAI calls `seed` and `max_tokens` deprecated; other servers live by them.
  @SuppressWarnings("deprecation")
  ChatCompletionCreateParams params(ChatRequest request, Structured level) {
    Sampling sampling = request.sampling();
    ChatCompletionCreateParams.Builder params =
        ChatCompletionCreateParams.builder().model(settings.model());
    if (settings.sendSeed()) {
      params.seed(sampling.seed());
    }
    for (Message message : request.messages()) {
      switch (message.role()) {
        case SYSTEM -> params.addSystemMessage(message.content());
        case USER -> params.addUserMessage(message.content());
        case ASSISTANT -> params.addAssistantMessage(message.content());
      }
    }
    // 1 is what the protocol takes where nothing is said, and some models take nothing else.
    if (sampling.temperature() != 1) {
      params.temperature(sampling.temperature());
    }
    if (sampling.topP() != 1) {
      params.topP(sampling.topP());
    }
    // OpenAI's newer models know only the newer name, and many other servers only the older one.
    if (settings.isOpenAi()) {
      params.maxCompletionTokens(sampling.maxTokens());
    } else {
      params.maxTokens(sampling.maxTokens());
    }
    if (level == Structured.OBJECT) {
      params.responseFormat(ResponseFormatJsonObject.builder().build());
    } else if (level == Structured.SCHEMA && request.form() instanceof Form.JsonSchema schema) {
      params.responseFormat(format(schema));
    }
    if (!request.id().isEmpty()) {
      params.putAdditionalHeader(OpenAiTeacher.REQUEST_HEADER, request.id());
    }
    return params.build();
  }

  private static ResponseFormatJsonSchema format(Form.JsonSchema form) {
    ResponseFormatJsonSchema.JsonSchema.Schema.Builder schema =
        ResponseFormatJsonSchema.JsonSchema.Schema.builder();
    form.schema()
        .members()
        .forEach((name, value) -> schema.putAdditionalProperty(name, JsonValue.from(plain(value))));
    return ResponseFormatJsonSchema.builder()
        .jsonSchema(
            ResponseFormatJsonSchema.JsonSchema.builder()
                .name(form.name())
                .strict(true)
                .schema(schema.build())
                .build())
        .build();
  }

  /// A value in the classes that the client knows.
  private static @Nullable Object plain(Json value) {
    return switch (value) {
      case Json.Obj(Map<String, Json> members) -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        members.forEach((name, member) -> map.put(name, plain(member)));
        yield map;
      }
      case Json.Arr(List<Json> elements) -> {
        List<@Nullable Object> list = new ArrayList<>();
        elements.forEach(element -> list.add(plain(element)));
        yield list;
      }
      case Json.Str(String text) -> text;
      case Json.Num number -> number.decimal();
      case Json.Bool(boolean truth) -> truth;
      case Json.Null _ -> null;
    };
  }

  /// @throws ChatException where the completion holds no choice
  ChatReply reply(ChatCompletion completion) throws ChatException {
    List<ChatCompletion.Choice> choices = completion.choices();
    if (choices.isEmpty()) {
      throw failures.emptyAnswer();
    }
    ChatCompletion.Choice choice = choices.getFirst();
    Optional<CompletionUsage> usage = completion.usage();
    return new ChatReply(
        key.hiddenIn(choice.message().content().orElse("")),
        finish(choice),
        usage.flatMap(counts -> counts._promptTokens().asKnown()).orElse(0L),
        usage.flatMap(counts -> counts._completionTokens().asKnown()).orElse(0L),
        completion._model().asKnown().orElse(settings.model()));
  }

  private static Finish finish(ChatCompletion.Choice choice) {
    return switch (choice._finishReason().asKnown().map(FinishReason::asString).orElse("")) {
      case "stop" -> Finish.STOP;
      case "length" -> Finish.LENGTH;
      case "content_filter" -> Finish.FILTERED;
      default -> Finish.OTHER;
    };
  }
}
