package io.mosskit.cli;

import io.mosskit.curation.duplicate.Priority;
import io.mosskit.curation.duplicate.Sketches;
import io.mosskit.curation.neighbour.Embedder;
import io.mosskit.curation.neighbour.SemanticTexts;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.io.TextEntry;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The second pass of `mosskit dedup --semantic`: the texts are read once more and embedded.
record DedupByMeaning(DedupInput input, Embedder embedder) {
  private static final int RECORDS_A_STEP = 1 << 10;

  /// Decides on the records that were sketched.
  ///
  /// @param beside where the graph lies until this is done
  DedupDecisions decide(Sketches sketches, double threshold, Path beside, Progress progress)
      throws ChatException, IOException, InterruptedException {
    Path folder = Files.createTempDirectory(beside, ".semantic");
    try (SemanticTexts texts = new SemanticTexts(embedder, folder)) {
      embed(texts, progress);
      return DedupDecisions.of(texts.verdicts(threshold, Priority.order(sketches)));
    } finally {
      delete(folder);
    }
  }

  private void embed(SemanticTexts texts, Progress progress)
      throws ChatException, IOException, InterruptedException {
    long bytes = input.corpus().bytes();
    long records = 0;
    try (Scan<Optional<String>> scan = input.scan(DedupByMeaning::text)) {
      for (Optional<String> text : scan) {
        if (text.isPresent()) {
          texts.add(text.get());
        }
        if (++records % RECORDS_A_STEP == 0) {
          progress.at(
              new Progress.Step(
                  "embed", scan.bytesRead(), bytes, "bytes", Map.of("records", records)));
        }
      }
    }
  }

  private static Optional<String> text(DedupRecord record) {
    return switch (record) {
      case DedupRecord.Text(TextEntry.Found found) -> Optional.of(found.text());
      case DedupRecord.Dialogue dialogue ->
          Optional.of(dialogue.key().text(dialogue.conversation()));
      case DedupRecord.Unreadable _ -> Optional.empty();
    };
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> tree = Files.walk(folder)) {
      all = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
