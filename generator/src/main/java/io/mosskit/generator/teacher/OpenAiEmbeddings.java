package io.mosskit.generator.teacher;

import com.openai.client.OpenAIClient;
import com.openai.errors.OpenAIException;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.Embedding;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams.EncodingFormat;
import io.mosskit.generator.asking.Time;
import io.mosskit.schema.chat.ChatException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Vectors of texts from any endpoint that speaks OpenAI's embeddings. What passes, such as a busy
/// server, is waited for and asked again, a few times; what does not is thrown at once.
public final class OpenAiEmbeddings implements AutoCloseable {
  private static final int ATTEMPTS = 6;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  private final TeacherSettings settings;
  private final OpenAIClient client;
  private final Failures failures;
  private final Time time;

  private OpenAiEmbeddings(
      TeacherSettings settings, OpenAIClient client, Failures failures, Time time) {
    this.settings = settings;
    this.client = client;
    this.failures = failures;
    this.time = time;
  }

  /// A connection to the endpoint, with the key that the variable of the settings holds.
  ///
  /// @param environment the variables of the process
  /// @throws ChatException where there is no key and the endpoint is on another machine
  public static OpenAiEmbeddings connect(
      TeacherSettings settings, Map<String, String> environment, Time time) throws ChatException {
    ApiKey key = ApiKey.of(environment, settings);
    return new OpenAiEmbeddings(
        settings,
        OpenAiTeacher.client(settings, key),
        new Failures(settings, key, InstantSource.system()),
        time);
  }

  /// Tells these vectors from those of other models and servers.
  public String name() {
    return settings.model() + " at " + settings.baseUrl();
  }

  /// The vectors of texts, in their order.
  ///
  /// @param texts at least one, none of them empty, as many as the server takes in a request
  /// @throws ChatException where no answer comes, or one that is none
  public List<float[]> vectors(List<String> texts) throws ChatException, InterruptedException {
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      try {
        return ask(texts);
      } catch (ChatException e) {
        if (!e.kind().isPassing() || attempt == ATTEMPTS) {
          throw e;
        }
        time.sleep(shorter(e.retryAfter().orElse(pause)));
        pause = pause.multipliedBy(2);
      }
    }
  }

  private static Duration shorter(Duration pause) {
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private List<float[]> ask(List<String> texts) throws ChatException, InterruptedException {
    try {
      return vectors(
          client
              .embeddings()
              .create(
                  EmbeddingCreateParams.builder()
                      .model(settings.model())
                      .inputOfArrayOfStrings(texts)
                      // not every server knows the client's own choice, base64
                      .encodingFormat(EncodingFormat.FLOAT)
                      .build()),
          texts.size());
    } catch (OpenAIException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("told to stop while embeddings were made");
      }
      throw failures.of(e);
    }
  }

  /// Each vector says which text it is of; the order in the answer is no promise.
  private List<float[]> vectors(CreateEmbeddingResponse answer, int texts) throws ChatException {
    float[][] vectors = new float[texts][0];
    for (Embedding embedding : answer.data()) {
      int index = Math.toIntExact(embedding.index());
      if (index < 0 || index >= texts) {
        throw failures.brokenAnswer("a vector of text %d of %d".formatted(index, texts));
      }
      vectors[index] = floats(embedding.embedding());
    }
    for (float[] vector : vectors) {
      if (vector.length == 0) {
        throw failures.brokenAnswer(
            "%d vectors for %d texts".formatted(answer.data().size(), texts));
      }
    }
    return List.of(vectors);
  }

  private static float[] floats(List<Float> numbers) {
    float[] vector = new float[numbers.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = numbers.get(i);
    }
    return vector;
  }

  @Override
  public void close() {
    client.close();
  }
}
