package io.mosskit.curation.tag;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Language;
import java.util.List;

/// The languages of a dialogue, turn by turn: by script, as [Language] tells it, and for Latin
/// letters by frequent words, so that French and German are `other` and not `en`. Thread-safe.
public final class Languages {

  /// The member of `mosskit` that holds them.
  public static final String MEMBER = "languages";

  private static final String FENCE = "```";

  private final LatinScript latin = new LatinScript();

  /// The languages of one turn.
  ///
  /// @param user that of what the user says
  /// @param reply that of what the assistant says
  public record TurnLanguages(Language user, Language reply) {

    /// These languages as they stand in a record.
    public Json.Obj json() {
      return Json.object().put("user", user.label()).put("reply", reply.label()).build();
    }
  }

  /// The language of a text, by no more than a [Head] of it.
  public Language of(String text) {
    String head = Head.of(text);
    Language byScript = Language.of(head);
    return switch (byScript) {
      case ZH, MIXED, OTHER -> byScript;
      case EN -> latin.isEnglish(withoutCode(head)) ? Language.EN : Language.OTHER;
    };
  }

  /// The languages of each turn.
  public List<TurnLanguages> of(Conversation conversation) {
    return conversation.turns().stream()
        .map(turn -> new TurnLanguages(of(turn.human()), of(turn.reply())))
        .toList();
  }

  private static String withoutCode(String text) {
    if (!text.contains(FENCE)) {
      return text;
    }
    StringBuilder prose = new StringBuilder();
    int from = 0;
    while (from < text.length()) {
      int open = text.indexOf(FENCE, from);
      prose.append(text, from, open < 0 ? text.length() : open).append('\n');
      int close = open < 0 ? -1 : text.indexOf(FENCE, open + FENCE.length());
      from = close < 0 ? text.length() : close + FENCE.length();
    }
    return prose.toString();
  }
}
