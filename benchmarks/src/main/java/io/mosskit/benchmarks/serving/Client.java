package io.mosskit.benchmarks.serving;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.LogLevel;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.Completion;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/// Asks a server through OpenAI's own client, without a second try. Thread-safe.
final class Client implements AutoCloseable {

  private final OpenAIClient client;
  private final String model;

  Client(String baseUrl, String model, int connections) {
    this.model = model;
    client =
        OpenAIOkHttpClient.builder()
            .baseUrl(baseUrl)
            .apiKey("none")
            .timeout(Duration.ofMinutes(5))
            .maxRetries(0)
            .maxIdleConnections(connections)
            .keepAliveDuration(Duration.ofSeconds(10))
            .logLevel(LogLevel.OFF)
            .build();
  }

  /// The answer, in the form of [Alone].
  String answer(Question question) {
    return switch (question.kind()) {
      case CHAT ->
          client
              .chat()
              .completions()
              .create(chat(question))
              .choices()
              .getFirst()
              .message()
              .content()
              .orElse("");
      case STREAM -> stream(question);
      case SCORE -> scores(question);
      case EMBEDDING -> embedding(question);
    };
  }

  /// Asks, and leaves at the first piece of the answer.
  void askAndLeave(Question question) {
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(chat(question))) {
      Iterator<ChatCompletionChunk> chunks = stream.stream().iterator();
      if (!chunks.hasNext()) {
        throw new IllegalStateException("a stream without a piece");
      }
    }
  }

  @SuppressWarnings("deprecation") // of the seed, which our server heeds
  private ChatCompletionCreateParams chat(Question question) {
    return ChatCompletionCreateParams.builder()
        .model(model)
        .addUserMessage(question.words())
        .seed(question.seed())
        .maxCompletionTokens(question.tokens())
        .temperature(Question.TEMPERATURE)
        .topP(Question.TOP_P)
        .build();
  }

  private String stream(Question question) {
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(chat(question))) {
      return stream.stream()
          .flatMap(chunk -> chunk.choices().stream())
          .flatMap(choice -> choice.delta().content().stream())
          .collect(Collectors.joining());
    }
  }

  private String scores(Question question) {
    Completion completion =
        client
            .completions()
            .create(
                CompletionCreateParams.builder()
                    .model(model)
                    .prompt(question.words())
                    .echo(true)
                    .logprobs(0)
                    .maxTokens(0)
                    .build());
    List<Double> numbers =
        completion
            .choices()
            .getFirst()
            .logprobs()
            .orElseThrow()
            ._tokenLogprobs()
            .asArray()
            .orElseThrow()
            .stream()
            .skip(1)
            .map(value -> value.convert(Double.class))
            .toList();
    float[] scores = new float[numbers.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = numbers.get(i).floatValue();
    }
    return Arrays.toString(scores);
  }

  private String embedding(Question question) {
    List<Float> numbers =
        client
            .embeddings()
            .create(EmbeddingCreateParams.builder().model(model).input(question.words()).build())
            .data()
            .getFirst()
            .embedding();
    return numbers.toString();
  }

  @Override
  public void close() {
    client.close();
  }
}
