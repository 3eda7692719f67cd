package io.mosskit.curation;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Small dialogues for tests.
public final class Dialogues {

  private Dialogues() {}

  /// A plain dialogue from questions and answers in turn.
  public static Conversation of(String id, String... words) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < words.length; i += 2) {
      turns.add(Turn.plain(i / 2 + 1, words[i], words[i + 1]));
    }
    return Conversation.of(id, MetaInstruction.plain(), turns);
  }

  /// A dialogue of one turn that calls a plugin.
  public static Conversation withPlugin(
      String id, String human, String commands, String results, String reply) {
    Turn turn = Turn.withPlugins(1, List.of(human, "thinking", commands, results, reply));
    return Conversation.of(id, MetaInstruction.plain(), List.of(turn));
  }

  /// The dialogue as a reader hands it out.
  public static Entry entry(Conversation conversation) {
    return new Entry.Accepted(conversation, new Origin(Path.of("test.jsonl"), 1, 0));
  }
}
