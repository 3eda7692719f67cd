package io.mosskit.benchmarks.planted;

import java.util.List;

/// A dialogue with slots, as `phrasings.txt` has it.
///
/// @param line where it begins in the file
/// @param family `calculator`, `equation-solver`, `web-search` or `mix`
/// @param language `zh` or `en`
/// @param draws the values to draw
record Phrasing(
    int line, String family, String language, List<Draw> draws, List<PhrasedTurn> turns) {

  Phrasing {
    draws = List.copyOf(draws);
    turns = List.copyOf(turns);
  }

  /// A value to draw.
  ///
  /// @param range `12..48`, `1.5..9.5` or `x|y|z`
  record Draw(String name, String range) {}

  /// A turn with slots.
  record PhrasedTurn(String user, String thoughts, List<PhrasedCall> calls, String reply) {

    PhrasedTurn {
      calls = List.copyOf(calls);
    }
  }

  /// A call with slots.
  ///
  /// @param snippets what a search for it finds
  record PhrasedCall(String plugin, String argument, List<String> snippets) {

    PhrasedCall {
      snippets = List.copyOf(snippets);
    }
  }
}
