package io.mosskit.generator.testing;

import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest;
import java.util.ArrayList;
import java.util.List;

/// Passes requests on and remembers them in the order in which they came.
public final class RecordingTeacher implements ChatModel {

  private final ChatModel teacher;
  private final List<ChatRequest> asked = new ArrayList<>();

  public RecordingTeacher(ChatModel teacher) {
    this.teacher = teacher;
  }

  @Override
  public ChatReply reply(ChatRequest request) throws ChatException, InterruptedException {
    synchronized (asked) {
      asked.add(request);
    }
    return teacher.reply(request);
  }

  /// The requests so far.
  public List<ChatRequest> asked() {
    synchronized (asked) {
      return List.copyOf(asked);
    }
  }

  /// The ids of the requests so far.
  public List<String> ids() {
    return asked().stream().map(ChatRequest::id).toList();
  }
}
