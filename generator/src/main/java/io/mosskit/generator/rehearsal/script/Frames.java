package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Frame.Asked;
import io.mosskit.schema.Category;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The frames of a language, by the categories in whose dialogues they are looked for.
///
/// A list of frames is named `ask-` and the category, with what the requests have in common after a
/// dot: `ask-calculator.fails`. Those of `ask-thanks` are looked for in all.
final class Frames {

  /// How the names of lists of frames begin.
  static final String PREFIX = "ask-";

  private static final String ANYWHERE = "thanks";

  private final Map<Category, List<Frame>> frames = new EnumMap<>(Category.class);

  /// @throws IllegalStateException where an entry is no frame
  Frames(WordLists lists) {
    for (Category category : Category.PLUGIN) {
      List<Frame> found = new ArrayList<>();
      for (String name : lists.names()) {
        if (isFrames(name) && serves(name.substring(PREFIX.length()), category)) {
          lists.get(name).forEach(entry -> found.add(Frame.of(entry)));
        }
      }
      frames.put(category, List.copyOf(found));
    }
  }

  /// Whether a list holds frames, and not the halves into which [WordLists] divides them.
  static boolean isFrames(String list) {
    return list.startsWith(PREFIX) && !list.endsWith(".ask") && !list.endsWith(".answer");
  }

  private static boolean serves(String list, Category category) {
    String owner = list.contains(".") ? list.substring(0, list.indexOf('.')) : list;
    return owner.equals(category.label()) || owner.equals(ANYWHERE);
  }

  /// What somebody's words ask for: of all frames that are found in them, the one with the most
  /// words of its own.
  Optional<Asked> read(String words, Category category) {
    Asked best = null;
    String folded = Frame.folded(words);
    for (Frame frame : frames.getOrDefault(category, List.of())) {
      if (best == null || frame.weight() > best.weight()) {
        best = frame.read(words, folded).orElse(best);
      }
    }
    return Optional.ofNullable(best);
  }
}
