package io.mosskit.plugins.search.index;

/// What an index consists of. A change of the fields, of the analysis or of the order asks for
/// another version.
final class IndexFormat {

  static final String VERSION = "1";

  /// Fields that are searched and stored.
  static final String TITLE = "title";

  static final String TEXT = "text";

  /// Stored alone.
  static final String SOURCE = "source";

  /// The SHA-256 of a document: its identity and its place in the index.
  static final String KEY = "key";

  /// What the commit says about the index.
  static final String FORMAT_ENTRY = "mosskit-search";

  static final String FINGERPRINT_ENTRY = "fingerprint";

  private IndexFormat() {}
}
