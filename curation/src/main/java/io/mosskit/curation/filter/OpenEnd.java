package io.mosskit.curation.filter;

import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// At most so many replies of prose end with a letter, although a sentence before, in the same
/// line, has its end mark. Often a reply that was cut off, often a plain short answer: a sign, no
/// proof.
public record OpenEnd(int maxTurns) implements Filter {

  private static final String END_MARKS = "。！？!?";
  private static final int SHOWN = 40;

  @Override
  public String name() {
    return "open_end";
  }

  @Override
  public Optional<Breach> check(Conversation conversation, Measures measures) {
    return Flagged.check(
        name(),
        "ends without an end mark behind sentences that have one",
        maxTurns,
        conversation,
        turn -> sign(turn.reply()));
  }

  @Override
  public Json.Obj limits() {
    return Json.object().put("max_turns", maxTurns).build();
  }

  @Override
  public Filter withLimit(double limit) {
    return new OpenEnd(Limits.whole(name(), limit));
  }

  private static @Nullable String sign(String reply) {
    String text = Prose.of(reply).strip();
    if (text.isEmpty() || !Character.isLetter(text.charAt(text.length() - 1))) {
      return null;
    }
    String line = text.substring(text.lastIndexOf('\n') + 1);
    boolean sentences =
        line.contains(". ") || line.chars().anyMatch(c -> END_MARKS.indexOf(c) >= 0);
    return sentences ? Flagged.end(line, SHOWN) : null;
  }
}
