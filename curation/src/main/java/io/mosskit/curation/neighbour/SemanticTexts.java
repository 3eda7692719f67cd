package io.mosskit.curation.neighbour;

import io.mosskit.schema.chat.ChatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Texts on their way to [SemanticDuplicates]: embedded by the batch. Not thread-safe.
public final class SemanticTexts implements AutoCloseable {
  private final Embedder embedder;
  private final SemanticDuplicates duplicates;
  private final List<String> waiting = new ArrayList<>();

  /// Begins a batch.
  ///
  /// @param folder for the graph, which is made anew; it may be removed afterwards
  public SemanticTexts(Embedder embedder, Path folder) throws IOException {
    this.embedder = embedder;
    this.duplicates = SemanticDuplicates.in(folder);
  }

  /// Adds the text of the next record.
  public void add(String text) throws ChatException, IOException, InterruptedException {
    waiting.add(text);
    if (waiting.size() == embedder.batchSize()) {
      embed();
    }
  }

  private void embed() throws ChatException, IOException, InterruptedException {
    for (float[] vector : embedder.embed(List.copyOf(waiting))) {
      duplicates.add(vector);
    }
    waiting.clear();
  }

  /// Judges all records, see [SemanticDuplicates#verdicts(double, int\[\])].
  public SemanticVerdicts verdicts(double threshold, int[] priority)
      throws ChatException, IOException, InterruptedException {
    flush();
    return duplicates.verdicts(threshold, priority);
  }

  /// Judges all records in their order.
  public SemanticVerdicts verdicts(double threshold)
      throws ChatException, IOException, InterruptedException {
    flush();
    return duplicates.verdicts(threshold);
  }

  private void flush() throws ChatException, IOException, InterruptedException {
    if (!waiting.isEmpty()) {
      embed();
    }
  }

  @Override
  public void close() throws IOException {
    duplicates.close();
  }
}
