package io.mosskit.generator.teacher;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.LogLevel;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletion;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A model behind any endpoint that speaks OpenAI's chat completions. It sends each request once:
/// asking again is the caller's decision. The exception is a server that does not take the
/// `response_format`: the same request goes out again with a simpler one, see [Structured].
/// Thread-safe; an interrupt ends the waiting of a virtual thread.
public final class OpenAiTeacher implements ChatModel, AutoCloseable {

  /// The header that carries the id of a request.
  public static final String REQUEST_HEADER = "X-Mosskit-Request";

  /// Connections that wait for the next request: with fewer than there are requests under way, the
  /// client would close and open them again and again.
  private static final int IDLE_CONNECTIONS = 1024;

  private static final Duration IDLE_TIME = Duration.ofMinutes(1);

  private final OpenAIClient client;
  private final Failures failures;
  private final Protocol protocol;
  private final StructuredLevel structured;

  private OpenAiTeacher(
      OpenAIClient client, Failures failures, Protocol protocol, StructuredLevel structured) {
    this.client = client;
    this.failures = failures;
    this.protocol = protocol;
    this.structured = structured;
  }

  /// A connection to the teacher that keeps what it learns about the server to itself.
  public static OpenAiTeacher connect(TeacherSettings settings, Map<String, String> environment)
      throws ChatException {
    return connect(settings, environment, _ -> {});
  }

  /// A connection to the teacher, with the key that the variable of the settings holds.
  ///
  /// @param environment the variables of the process
  /// @param notes told in a sentence what the server turned out not to take; from any thread
  /// @throws ChatException where there is no key and the endpoint is on another machine
  public static OpenAiTeacher connect(
      TeacherSettings settings, Map<String, String> environment, Consumer<String> notes)
      throws ChatException {
    ApiKey key = ApiKey.of(environment, settings);
    Failures failures = new Failures(settings, key, InstantSource.system());
    return new OpenAiTeacher(
        client(settings, key),
        failures,
        new Protocol(settings, key, failures),
        new StructuredLevel(settings, notes));
  }

  static OpenAIClient client(TeacherSettings settings, ApiKey key) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(settings.baseUrl().toString())
        .apiKey(key.secret())
        .timeout(settings.timeout())
        .maxRetries(0)
        .maxIdleConnections(IDLE_CONNECTIONS)
        .keepAliveDuration(IDLE_TIME)
        .logLevel(LogLevel.OFF)
        .build();
  }

  @Override
  public ChatReply reply(ChatRequest request) throws ChatException, InterruptedException {
    try {
      return protocol.reply(complete(request));
    } catch (OpenAIException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("told to stop while the teacher was answering");
      }
      throw failures.of(e);
    }
  }

  /// The completion at the highest level that the server takes.
  private ChatCompletion complete(ChatRequest request) {
    Structured level = structured.of(request.form());
    for (boolean first = true; ; first = false) {
      try {
        ChatCompletion completion =
            client.chat().completions().create(protocol.params(request, level));
        if (!first) {
          structured.settle(level);
        }
        return completion;
      } catch (OpenAIServiceException e) {
        Optional<Structured> lower = structured.below(level, ServerError.of(e));
        if (lower.isEmpty()) {
          throw e;
        }
        level = lower.get();
      }
    }
  }

  Protocol protocol() {
    return protocol;
  }

  Failures failures() {
    return failures;
  }

  StructuredLevel structured() {
    return structured;
  }

  /// The way to its files and batches.
  BatchClient batchClient() {
    return new BatchClient(client, failures);
  }

  @Override
  public void close() {
    client.close();
  }
}
