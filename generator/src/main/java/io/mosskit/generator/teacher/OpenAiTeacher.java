package io.mosskit.generator.teacher;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.LogLevel;
import com.openai.errors.OpenAIException;
import com.openai.models.ResponseFormatJsonObject;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletion.Choice.FinishReason;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.CompletionUsage;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.Sampling;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A model behind any endpoint that speaks OpenAI's chat completions. It sends each request once:
/// asking again is the caller's decision. Thread-safe; an interrupt ends the waiting of a virtual
/// thread.
public final class OpenAiTeacher implements ChatModel, AutoCloseable {

  /// The header that carries the id of a request.
  public static final String REQUEST_HEADER = "X-Mosskit-Request";

  private final OpenAIClient client;
  private final TeacherSettings settings;
  private final ApiKey key;
  private final Failures failures;

  private OpenAiTeacher(OpenAIClient client, TeacherSettings settings, ApiKey key) {
    this.client = client;
    this.settings = settings;
    this.key = key;
    this.failures = new Failures(settings, key, InstantSource.system());
  }

  /// A connection to the teacher, with the key that `OPENAI_API_KEY` holds.
  ///
  /// @param environment the variables of the process
  /// @throws ChatException where there is no key and the endpoint is on another machine
  public static OpenAiTeacher connect(TeacherSettings settings, Map<String, String> environment)
      throws ChatException {
    ApiKey key = ApiKey.of(environment, settings);
    OpenAIClient client =
        OpenAIOkHttpClient.builder()
            .baseUrl(settings.baseUrl().toString())
            .apiKey(key.secret())
            .timeout(settings.timeout())
            .maxRetries(0)
            .logLevel(LogLevel.OFF)
            .build();
    return new OpenAiTeacher(client, settings, key);
  }

  @Override
  public ChatReply reply(ChatRequest request) throws ChatException, InterruptedException {
    ChatCompletion completion;
    try {
      completion = client.chat().completions().create(params(request));
      return reply(completion);
    } catch (OpenAIException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("told to stop while the teacher was answering");
      }
      throw failures.of(e);
    }
  }

  // OpenAI calls `seed` and `max_tokens` deprecated; other servers live by them.
  @SuppressWarnings("deprecation")
  private ChatCompletionCreateParams params(ChatRequest request) {
    Sampling sampling = request.sampling();
    ChatCompletionCreateParams.Builder params =
        ChatCompletionCreateParams.builder().model(settings.model()).seed(sampling.seed());
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
    if (request.form() == ChatRequest.Form.JSON_OBJECT) {
      params.responseFormat(ResponseFormatJsonObject.builder().build());
    }
    if (!request.id().isEmpty()) {
      params.putAdditionalHeader(REQUEST_HEADER, request.id());
    }
    return params.build();
  }

  private ChatReply reply(ChatCompletion completion) throws ChatException {
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

  @Override
  public void close() {
    client.close();
  }
}
