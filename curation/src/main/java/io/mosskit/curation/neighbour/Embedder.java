package io.mosskit.curation.neighbour;

import io.mosskit.schema.chat.ChatException;
import java.io.IOException;
import java.util.List;

/// Places texts in a space where those lie near each other that say alike things.
public interface Embedder {

  /// Tells its vectors from those of others, version included; vectors of one name can be compared.
  String name();

  /// The most texts that [#embed] takes at once.
  int batchSize();

  /// The vectors of texts in their order, of as many numbers each. One of zeros, or without
  /// numbers, says that there is nothing to go by.
  ///
  /// @param texts at most [#batchSize]
  /// @throws ChatException where a model on another machine gives no answer
  /// @throws IOException where a file cannot be read or written
  List<float[]> embed(List<String> texts) throws ChatException, IOException, InterruptedException;
}
