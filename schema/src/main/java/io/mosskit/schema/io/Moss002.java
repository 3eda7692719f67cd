package io.mosskit.schema.io;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a moss-002 record as a MOSS-003 dialogue. Its `plain_text` holds the whole dialogue:
/// `[Human]: …<eoh> [MOSS]: …<eoa>` for each turn. It becomes a dialogue without plugins under the
/// published meta instruction; its other members stay beside it. Source: MOSS reference, section
/// A.10.
final class Moss002 {

  private static final String HUMAN = "[Human]:";
  private static final String END_OF_HUMAN = "<eoh>";
  private static final String MOSS = "[MOSS]:";
  private static final String END_OF_ANSWER = "<eoa>";

  private Moss002() {}

  static Conversation convert(
      String plainText,
      @Nullable Json id,
      List<String> keys,
      Map<String, Json> beside,
      Origin origin)
      throws RecordParser.Refusal {
    List<Turn> turns = turns(plainText);
    Conversation conversation = Conversation.of(origin.defaultId(), MetaInstruction.plain(), turns);
    if (id != null) {
      conversation =
          new Conversation(
              id,
              conversation.metaInstruction(),
              turns.size(),
              turns,
              conversation.keys(),
              Map.of());
    }
    for (String key : keys) {
      Json member = beside.get(key);
      if (member != null && !key.equals("plain_text")) {
        conversation = conversation.beside(key, member);
      }
    }
    return conversation;
  }

  private static List<Turn> turns(String text) throws RecordParser.Refusal {
    List<Turn> turns = new ArrayList<>();
    int at = skipBlank(text, 0);
    while (at < text.length()) {
      int question = after(text, at, HUMAN);
      int endOfQuestion = find(text, question, END_OF_HUMAN);
      int answer = after(text, endOfQuestion + END_OF_HUMAN.length(), MOSS);
      int endOfAnswer = find(text, answer, END_OF_ANSWER);
      turns.add(
          Turn.plain(
              turns.size() + 1,
              text.substring(question, endOfQuestion).strip(),
              text.substring(answer, endOfAnswer).strip()));
      at = skipBlank(text, endOfAnswer + END_OF_ANSWER.length());
    }
    if (turns.isEmpty()) {
      throw new RecordParser.Refusal(ReadFault.NO_TURNS, "plain_text is empty");
    }
    return turns;
  }

  private static int after(String text, int from, String marker) throws RecordParser.Refusal {
    int at = skipBlank(text, from);
    if (!text.startsWith(marker, at)) {
      throw new RecordParser.Refusal(
          ReadFault.BROKEN_PLAIN_TEXT,
          "plain_text: expected " + marker + " at character " + (at + 1));
    }
    return at + marker.length();
  }

  private static int find(String text, int from, String marker) throws RecordParser.Refusal {
    int at = text.indexOf(marker, from);
    if (at < 0) {
      throw new RecordParser.Refusal(
          ReadFault.BROKEN_PLAIN_TEXT,
          "plain_text: expected " + marker + " after character " + from);
    }
    return at;
  }

  private static int skipBlank(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
