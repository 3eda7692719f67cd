package io.mosskit.curation.filter;

import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// At most so many replies have an odd number of code fences: a block that nothing closes is most
/// often a reply that was cut off.
public record UnbalancedFence(int maxTurns) implements Filter {

  private static final String FENCE = "```";
  private static final int SHOWN = 40;

  @Override
  public String name() {
    return "unbalanced_fence";
  }

  @Override
  public Optional<Breach> check(Conversation conversation, Measures measures) {
    return Flagged.check(
        name(),
        "opens a code block that nothing closes",
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
    return new UnbalancedFence(Limits.whole(name(), limit));
  }

  private static @Nullable String sign(String reply) {
    boolean open = false;
    int from = 0;
    for (int at = reply.indexOf(FENCE); at >= 0; at = reply.indexOf(FENCE, from)) {
      open = !open;
      from = at + FENCE.length();
    }
    return open ? Flagged.end(reply.strip(), SHOWN) : null;
  }
}
