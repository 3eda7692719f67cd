package io.mosskit.curation;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a dialogue begins with, for people to recognise it by.
final class FirstWords {
  private static final int CHARACTERS = 240;
  private static final String CUT = "…";

  private FirstWords() {}

  /// The beginning of the first user turn of a line of a corpus; empty where it has no turns.
  static String of(byte[] line) {
    return switch (MossJson.parse(new String(line, StandardCharsets.UTF_8))) {
      case Entry.Accepted(Conversation conversation, var _) -> of(conversation.turns());
      case Entry.Rejected _ -> "";
    };
  }

  private static String of(List<Turn> turns) {
    return turns.isEmpty() ? "" : cut(turns.getFirst().human());
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, CHARACTERS)) + CUT;
  }
}
