package io.mosskit.cli;

import io.mosskit.curation.neighbour.Embedder;
import io.mosskit.curation.neighbour.EmbeddingCache;
import io.mosskit.curation.neighbour.HashedNgrams;
import io.mosskit.generator.asking.Time;
import io.mosskit.generator.teacher.OpenAiEmbeddings;
import io.mosskit.generator.teacher.TeacherSettings;
import io.mosskit.schema.chat.ChatException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say who embeds texts.
final class EmbedderMixin {

  @Option(
      names = "--embeddings-model",
      paramLabel = "NAME",
      description = {
        "ask an OpenAI-compatible endpoint for embeddings by this model (default: hashed character",
        "n-grams, made here, which know spelling and no meaning)"
      })
  private @Nullable String model;

  @Option(
      names = "--embeddings-url",
      paramLabel = "URL",
      description = "where that endpoint is, /v1 included (default: OpenAI's)")
  private URI url = TeacherSettings.OPENAI;

  @Option(
      names = "--embeddings-key-variable",
      paramLabel = "NAME",
      description = "the environment variable that holds its key (default: OPENAI_API_KEY)")
  private String keyVariable = TeacherSettings.KEY_VARIABLE;

  @Option(
      names = "--embeddings-cache",
      paramLabel = "FILE",
      description = "keep its answers there and pay for none twice (default: embeddings.cache)")
  private Path cache = Path.of("embeddings.cache");

  /// An embedder, and what has to be closed after its use.
  record Opened(Embedder embedder, Resource resource) implements AutoCloseable {

    @Override
    public void close() throws IOException {
      resource.close();
    }
  }

  /// What an embedder holds.
  @FunctionalInterface
  interface Resource {
    void close() throws IOException;
  }

  Opened open(Console console) throws ChatException, CommandFailure, IOException {
    return open(System.getenv(), Time.ofTheWall(), console::note);
  }

  /// @param notices told of the first text that the endpoint refuses
  Opened open(Map<String, String> environment, Time time, Consumer<String> notices)
      throws ChatException, CommandFailure, IOException {
    if (model == null) {
      return new Opened(new HashedNgrams(), () -> {});
    }
    OpenAiEmbeddings endpoint = OpenAiEmbeddings.connect(settings(model), environment, time);
    try {
      EmbeddingCache answers = EmbeddingCache.of(new EndpointEmbedder(endpoint, notices), cache);
      return new Opened(
          answers,
          () -> {
            endpoint.close();
            answers.close();
          });
    } catch (IOException | RuntimeException e) {
      endpoint.close();
      throw e;
    }
  }

  private TeacherSettings settings(String name) throws CommandFailure {
    try {
      return new TeacherSettings(url, name, Duration.ofMinutes(2)).withKeyVariable(keyVariable);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
