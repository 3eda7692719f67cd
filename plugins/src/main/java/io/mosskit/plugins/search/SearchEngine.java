package io.mosskit.plugins.search;

import java.util.List;

/// Finds passages. Safe for use by many threads.
public interface SearchEngine {

  /// What the answers depend on, in a word without blanks: the fingerprint of an index, the name of
  /// a service.
  String version();

  /// The passages that answer a query best, the best first.
  ///
  /// @param query plain words; no character of it is an operator
  /// @param results at most so many, at least 1
  /// @param characters how long a passage should be at most, as [Snippets] prints it
  /// @return empty where nothing answers
  /// @throws SearchException where the engine cannot be asked
  List<Hit> search(String query, int results, int characters) throws SearchException;
}
