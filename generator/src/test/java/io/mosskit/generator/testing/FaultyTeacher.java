package io.mosskit.generator.testing;

import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatException.Kind;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Fails the first one or two times that some of the requests come, in all the ways that may pass.
public final class FaultyTeacher implements ChatModel {

  private final ChatModel teacher;
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();

  public FaultyTeacher(ChatModel teacher) {
    this.teacher = teacher;
  }

  @Override
  public ChatReply reply(ChatRequest request) throws ChatException, InterruptedException {
    int hash = request.id().hashCode() >>> 3;
    if (hash % 3 == 0 && failures.merge(request.id(), 1, Integer::sum) <= 1 + hash % 2) {
      throw switch (hash / 3 % 4) {
        case 0 -> new ChatException(Kind.RATE_LIMITED, "slow", Duration.ofSeconds(2), null);
        case 1 -> new ChatException(Kind.RATE_LIMITED, "slow");
        case 2 -> new ChatException(Kind.BROKEN_ANSWER, "torn");
        default -> new ChatException(Kind.UNAVAILABLE, "down");
      };
    }
    return teacher.reply(request);
  }
}
