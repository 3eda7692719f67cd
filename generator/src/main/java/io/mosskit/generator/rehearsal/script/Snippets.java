package io.mosskit.generator.rehearsal.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Small pieces of code, by task and programming language: `merge Java`.
final class Snippets {

  private static final String HEAD = "=== ";

  private final Map<String, String> pieces;

  private Snippets(Map<String, String> pieces) {
    this.pieces = pieces;
  }

  static Snippets read() {
    Map<String, List<String>> pieces = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : WordLists.lines("snippets.txt")) {
      if (line.startsWith(HEAD)) {
        current = new ArrayList<>();
        pieces.put(line.substring(HEAD.length()).strip(), current);
      } else {
        current.add(line);
      }
    }
    Map<String, String> texts = new LinkedHashMap<>();
    pieces.forEach((name, lines) -> texts.put(name, String.join("\n", lines).strip()));
    return new Snippets(texts);
  }

  /// The code of a task in a language.
  ///
  /// @throws IllegalArgumentException where there is none
  String get(String task, String language) {
    String piece = pieces.get(task + " " + language);
    if (piece == null) {
      throw new IllegalArgumentException("no snippet for " + task + " in " + language);
    }
    return piece;
  }

  /// The names of all pieces: `merge Java`.
  Set<String> names() {
    return pieces.keySet();
  }
}
