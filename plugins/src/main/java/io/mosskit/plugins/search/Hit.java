package io.mosskit.plugins.search;

/// One thing that a search found.
///
/// @param title of the document, may be empty
/// @param source where it comes from: an address, an id or a file's name; may be empty
/// @param text the passage that answers the query, not blank
public record Hit(String title, String source, String text) {
  public Hit {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a hit without a text: " + title);
    }
  }
}
