package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Frame.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All frames of a language: the lists whose names begin with `ask-`.
final class Frames {

  /// How the names of lists of frames begin.
  static final String PREFIX = "ask-";

  private final List<Frame> frames;

  private Frames(List<Frame> frames) {
    this.frames = List.copyOf(frames);
  }

  /// The frames among these lists.
  ///
  /// @throws IllegalStateException naming the list, where an entry is no frame
  static Frames of(WordLists lists) {
    List<Frame> frames = new ArrayList<>();
    for (String name : lists.names()) {
      if (name.startsWith(PREFIX) && !name.endsWith(".ask") && !name.endsWith(".answer")) {
        lists.get(name).forEach(entry -> frames.add(Frame.of(entry)));
      }
    }
    return new Frames(frames);
  }

  /// What somebody's words ask for: of all frames that are found in them, the one with the most
  /// words of its own.
  Optional<Asked> read(String words) {
    Asked best = null;
    String folded = Frame.folded(words);
    for (Frame frame : frames) {
      if (best == null || frame.weight() > best.weight()) {
        best = frame.read(words, folded).orElse(best);
      }
    }
    return Optional.ofNullable(best);
  }
}
