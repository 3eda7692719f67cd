package io.mosskit.curation.filter;

import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Language;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// At most so many Chinese questions are answered in English, or the other way round. Dialogues in
/// which the user speaks of a language or of translation are not asked, nor are texts shorter than
/// `minCharacters`.
public record LanguageMismatch(int maxTurns, int minCharacters) implements Filter {
  private static final Pattern SPEAKS_OF_LANGUAGE =
      Pattern.compile(
          "translat|english|chinese|mandarin|bilingual|language|翻译|译成|英文|英语|中文|汉语|双语|语言|单词|words?\\b",
          Pattern.CASE_INSENSITIVE);

  private static final int SHOWN = 40;

  @Override
  public String name() {
    return "language_mismatch";
  }

  @Override
  public Optional<Breach> check(Conversation conversation, Measures measures) {
    boolean speaksOfIt =
        conversation.turns().stream()
            .anyMatch(turn -> SPEAKS_OF_LANGUAGE.matcher(turn.human()).find());
    return speaksOfIt
        ? Optional.empty()
        : Flagged.check(
            name(), "is answered in another language", maxTurns, conversation, this::sign);
  }

  private @Nullable String sign(Turn turn) {
    String user = turn.human().strip();
    String reply = Prose.of(turn.reply()).strip();
    if (user.length() < minCharacters || reply.length() < minCharacters) {
      return null;
    }
    Language asked = Language.of(user);
    Language answered = Language.of(reply);
    boolean differ =
        (asked == Language.ZH && answered == Language.EN)
            || (asked == Language.EN && answered == Language.ZH);
    return differ ? reply.substring(0, Math.min(SHOWN, reply.length())) : null;
  }

  @Override
  public Json.Obj limits() {
    return Json.object().put("max_turns", maxTurns).put("min_characters", minCharacters).build();
  }

  @Override
  public Filter withLimit(double limit) {
    return new LanguageMismatch(Limits.whole(name(), limit), minCharacters);
  }
}
