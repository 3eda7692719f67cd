package io.mosskit.inference.serve.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was said so far in the dialogues of the original demo's protocol, by their ids. When there
/// are too many, the one that was left alone the longest is forgotten. Thread-safe.
public final class DemoDialogues {

  private final int most;
  private final Map<String, List<Exchange>> dialogues = new LinkedHashMap<>(16, 0.75f, true);

  /// Makes room for so many.
  public DemoDialogues(int most) {
    this.most = most;
  }

  /// A question and the reply, marker and all.
  record Exchange(String prompt, String response) {}

  synchronized Optional<List<Exchange>> of(String uid) {
    return Optional.ofNullable(dialogues.get(uid));
  }

  synchronized void remember(String uid, List<Exchange> history) {
    dialogues.put(uid, List.copyOf(history));
    if (dialogues.size() > most) {
      dialogues.remove(dialogues.keySet().iterator().next());
    }
  }
}
