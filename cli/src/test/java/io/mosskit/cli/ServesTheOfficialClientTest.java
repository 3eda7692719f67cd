package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.completions.Completion;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// OpenAI's own client for Java talks with `mosskit serve`.
@Timeout(120)
class ServesTheOfficialClientTest {

  private static final String TOKEN = "0123456789-ours";

  @TempDir static Path folder;
  private static Path tiny;
  private static Serving serving;
  private static OpenAIClient client;

  @BeforeAll
  static void start() throws Exception {
    tiny = folder.resolve("tiny");
    assertThat(Shell.mosskit("model", "make-tiny", tiny).code()).isZero();
    Path token = Files.writeString(folder.resolve("token.txt"), TOKEN + "\n");
    serving = Serving.with("--model", tiny, "--token-file", token, "--max-body", 30_000);
    client = client(serving, TOKEN);
  }

  @AfterAll
  static void stop() {
    client.close();
    assertThat(serving.stop()).isEqualTo(ExitCode.INTERRUPTED.number());
    assertThat(serving.err()).contains("stopped").doesNotContain(TOKEN);
  }

  private static OpenAIClient client(Serving at, String token) throws Exception {
    return OpenAIOkHttpClient.builder().baseUrl(at.baseUrl()).apiKey(token).maxRetries(0).build();
  }

  private static ChatCompletionCreateParams.Builder chat(String words) {
    return ChatCompletionCreateParams.builder()
        .model("tiny")
        .addUserMessage(words)
        .seed(5)
        .maxCompletionTokens(20);
  }

  @Test
  void chats() {
    ChatCompletion whole =
        client.chat().completions().create(chat("你好 hello").logprobs(true).topLogprobs(2).build());
    ChatCompletion.Choice choice = whole.choices().getFirst();
    assertThat(choice.message().content().orElseThrow()).isNotEmpty();
    assertThat(choice.logprobs().orElseThrow().content().orElseThrow()).isNotEmpty();
    assertThat(whole.usage().orElseThrow().completionTokens()).isBetween(1L, 20L);
    ChatCompletion again = client.chat().completions().create(chat("你好 hello").build());
    assertThat(again.choices().getFirst().message().content())
        .isEqualTo(choice.message().content());
  }

  @Test
  void streams() {
    String whole =
        client
            .chat()
            .completions()
            .create(chat("讲 tell").build())
            .choices()
            .getFirst()
            .message()
            .content()
            .orElseThrow();
    ChatCompletionCreateParams params =
        chat("讲 tell")
            .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
            .build();
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(params)) {
      List<ChatCompletionChunk> chunks = stream.stream().toList();
      assertThat(chunks.getLast().usage().orElseThrow().completionTokens()).isPositive();
      assertThat(
              chunks.stream()
                  .flatMap(chunk -> chunk.choices().stream())
                  .flatMap(choice -> choice.delta().content().stream())
                  .collect(Collectors.joining()))
          .isEqualTo(whole);
    }
  }

  @Test
  void offersFunctions() {
    ChatCompletion answer =
        client
            .chat()
            .completions()
            .create(chat("6*7 是多少?").addTool(function("Calculate", "expression")).build());
    assertThat(answer.choices()).hasSize(1);
    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(() ->
            client
                .chat()
                .completions()
                .create(chat("6*7?").addTool(function("Calculate", "formula")).build()))
        .withMessageContaining("MOSS's own `Calculate` is called expression");
  }

  private static ChatCompletionFunctionTool function(String name, String parameter) {
    Map<String, Object> properties = Map.of(parameter, Map.of("type", "string"));
    return ChatCompletionFunctionTool.builder()
        .function(
            FunctionDefinition.builder()
                .name(name)
                .parameters(
                    FunctionParameters.builder()
                        .putAdditionalProperty("type", JsonValue.from("object"))
                        .putAdditionalProperty("properties", JsonValue.from(properties))
                        .build())
                .build())
        .build();
  }

  @Test
  void completesAndScores() {
    Completion completion =
        client
            .completions()
            .create(
                CompletionCreateParams.builder()
                    .model("tiny")
                    .prompt("怎样 boil an egg")
                    .echo(true)
                    .logprobs(1)
                    .maxTokens(1)
                    .temperature(0)
                    .build());
    assertThat(completion.choices().getFirst().text()).startsWith("怎样 boil an egg");
    assertThat(completion.choices().getFirst().logprobs().orElseThrow().tokens().orElseThrow())
        .hasSizeGreaterThan(3);
  }

  @Test
  void embeds() {
    CreateEmbeddingResponse answer =
        client
            .embeddings()
            .create(
                EmbeddingCreateParams.builder()
                    .model("tiny")
                    .inputOfArrayOfStrings(List.of("绿茶", "an egg"))
                    .build());
    assertThat(answer.data()).hasSize(2);
    assertThat(answer.data().getFirst().embedding()).hasSize(128);
  }

  @Test
  void listsModels() {
    assertThat(client.models().list().data())
        .extracting(model -> model.id())
        .containsExactly("tiny");
  }

  @Test
  void throwsWhatTheClientThrowsForEachStatus() throws Exception {
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> client.chat().completions().create(chat("hi 嗨").model("gpt-5").build()));
    assertThatExceptionOfType(BadRequestException.class)
        .isThrownBy(() -> client.chat().completions().create(chat("hi 嗨").temperature(-1).build()));
    assertThatExceptionOfType(OpenAIServiceException.class)
        .isThrownBy(() -> client.chat().completions().create(chat("长 ".repeat(20_000)).build()))
        .satisfies(e -> assertThat(e.statusCode()).isEqualTo(413));
    OpenAIClient stranger = client(serving, "wrong");
    assertThatExceptionOfType(UnauthorizedException.class)
        .isThrownBy(() -> stranger.chat().completions().create(chat("hi 嗨").build()));
    stranger.close();
  }

  @Test
  void aStreamThatIsClosedIsGivenUpAndAFullQueueSaysSo() throws Exception {
    try (Serving narrow = Serving.with("--model", tiny, "--parallel", 1, "--queue", 1)) {
      OpenAIClient one = client(narrow, "none");
      // Fifteen of its choices wait while one is written.
      ChatCompletionCreateParams long16 = chat("讲 tell").n(16).maxCompletionTokens(1500).build();
      boolean refused = false;
      for (int round = 0; round < 20 && !refused; round++) {
        try (StreamResponse<ChatCompletionChunk> stream =
            one.chat().completions().createStreaming(long16)) {
          Iterator<ChatCompletionChunk> chunks = stream.stream().iterator();
          assertThat(chunks.next().choices()).hasSize(1);
          refused = isRefused(one);
        }
      }
      assertThat(refused).isTrue();
      awaitMetric(narrow, "mosskit_sequences_running 0");
      assertThat(metrics(narrow)).contains("status=\"499\"", "status=\"429\"");
      one.close();
    }
  }

  /// All choices may have been written before the next request came; then there is another round.
  private static boolean isRefused(OpenAIClient one) {
    try {
      one.chat().completions().create(chat("hi 嗨").maxCompletionTokens(1).build());
      return false;
    } catch (RateLimitException e) {
      assertThat(e.getMessage()).contains("waiting already");
      return true;
    }
  }

  private static void awaitMetric(Serving at, String line) throws Exception {
    while (!metrics(at).contains(line)) {
      Thread.onSpinWait();
    }
  }

  private static String metrics(Serving at) throws Exception {
    URI uri = URI.create(at.baseUrl().replace("/v1", "/metrics"));
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
