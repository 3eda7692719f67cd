package io.mosskit.plugins;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.testing.SharedFolder;
import io.mosskit.schema.trace.Results;
import io.mosskit.schema.trace.Results.Block;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The calls that the published sample dialogues record, each with its result.
public final class PublishedCalls {

  private PublishedCalls() {}

  /// @param place the set, the dialogue and the turn that it stands in
  public record Recorded(String place, Block block) {}

  /// The calls of one tool in these sets. Skips the test where the samples are not there.
  public static List<Recorded> of(String tool, String... sets) throws IOException {
    List<Recorded> recorded = new ArrayList<>();
    for (String set : sets) {
      Corpus corpus = Corpus.of(SharedFolder.resolve("data/moss-003-samples/" + set + ".jsonl"));
      try (Scan<Entry> scan = corpus.entries()) {
        for (Entry entry : scan) {
          Conversation conversation = ((Entry.Accepted) entry).conversation();
          for (Turn turn : conversation.turns()) {
            String place = set + " " + conversation.idText() + " turn " + turn.number();
            blocks(turn).stream()
                .filter(block -> block.call().name().equals(tool))
                .forEach(block -> recorded.add(new Recorded(place, block)));
          }
        }
      }
    }
    return recorded;
  }

  private static List<Block> blocks(Turn turn) {
    return Results.parse(turn.body(Field.TOOL_RESPONSES)) instanceof Results.Blocks(var blocks)
        ? blocks
        : List.of();
  }
}
