package io.mosskit.cli;

import io.mosskit.curation.neighbour.Embedder;
import io.mosskit.generator.teacher.OpenAiEmbeddings;
import io.mosskit.schema.chat.ChatException;
import java.util.ArrayList;
import java.util.List;

/// Lets curation ask an embeddings endpoint.
record EndpointEmbedder(OpenAiEmbeddings endpoint) implements Embedder {
  /// Small enough for servers that take 300,000 tokens a request, large enough to save requests.
  private static final int TEXTS_A_REQUEST = 64;

  private static final float[] NOTHING = {};

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
    List<float[]> vectors = sent.isEmpty() ? List.of() : endpoint.vectors(sent);
    List<float[]> all = new ArrayList<>(texts.size());
    int next = 0;
    for (String text : texts) {
      all.add(text.isBlank() ? NOTHING : vectors.get(next++));
    }
    return all;
  }
}
