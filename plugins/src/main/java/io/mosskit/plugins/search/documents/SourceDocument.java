package io.mosskit.plugins.search.documents;

/// A document as plain text.
///
/// @param title may be empty
/// @param text paragraphs on lines of their own, not blank
/// @param source where it comes from: its address, its id or its file's name; may be empty
public record SourceDocument(String title, String text, String source) {
  public SourceDocument {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a document without a text: " + title);
    }
  }
}
