package io.mosskit.cli;

import io.mosskit.curation.neighbour.Embedder;
import io.mosskit.generator.teacher.OpenAiEmbeddings;
import io.mosskit.schema.chat.ChatException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lets curation ask an embeddings endpoint. A text that the endpoint refuses, such as one that is
/// longer than its model reads, has no vector and is near no other; a corpus of millions goes on,
/// unless the endpoint refuses the whole of the first request.
final class EndpointEmbedder implements Embedder {
  /// Small enough for servers that take 300,000 tokens a request, large enough to save requests.
  private static final int TEXTS_A_REQUEST = 64;

  private static final float[] NOTHING = {};

  private final OpenAiEmbeddings endpoint;
  private final Consumer<String> notices;
  private @Nullable ChatException refusal;
  private boolean hasAnswered;

  /// @param notices told of the first text that is refused
  EndpointEmbedder(OpenAiEmbeddings endpoint, Consumer<String> notices) {
    this.endpoint = endpoint;
    this.notices = notices;
  }

  @Override
  public String name() {
    return endpoint.name();
  }

  @Override
  public int batchSize() {
    return TEXTS_A_REQUEST;
  }

  /// Blank texts are not sent: endpoints refuse them.
  @Override
  public List<float[]> embed(List<String> texts) throws ChatException, InterruptedException {
    List<String> sent = texts.stream().filter(text -> !text.isBlank()).toList();
    List<float[]> vectors = sent.isEmpty() ? List.of() : vectors(sent);
    if (refusal != null && !hasAnswered) {
      throw refusal;
    }
    List<float[]> all = new ArrayList<>(texts.size());
    int next = 0;
    for (String text : texts) {
      all.add(text.isBlank() ? NOTHING : vectors.get(next++));
    }
    return all;
  }

  /// One bad text makes a server refuse all that are sent with it: halves are sent apart, until it
  /// is alone.
  private List<float[]> vectors(List<String> texts) throws ChatException, InterruptedException {
    try {
      List<float[]> vectors = endpoint.vectors(texts);
      hasAnswered = true;
      return vectors;
    } catch (ChatException e) {
      if (e.kind() != ChatException.Kind.BAD_REQUEST) {
        throw e;
      }
      if (texts.size() == 1) {
        refuse(texts.getFirst(), e);
        return List.of(NOTHING);
      }
      int half = texts.size() / 2;
      List<float[]> vectors = new ArrayList<>(vectors(texts.subList(0, half)));
      vectors.addAll(vectors(texts.subList(half, texts.size())));
      return vectors;
    }
  }

  private void refuse(String text, ChatException why) {
    if (refusal == null) {
      refusal = why;
      notices.accept(
          "a text of %d characters has no embedding, since the endpoint refused it: %s; such texts are compared with none and stay"
              .formatted(text.length(), why.getMessage()));
    }
  }
}
