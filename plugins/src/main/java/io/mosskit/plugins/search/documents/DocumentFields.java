package io.mosskit.plugins.search.documents;

/// The members of a JSON record that hold a document.
///
/// @param title of the title, which may be absent
/// @param text of the text
/// @param source of the address, which may be absent; `id` stands in for it then
public record DocumentFields(String title, String text, String source) {

  /// `title`, `text` and `url`.
  public static final DocumentFields DEFAULT = new DocumentFields("title", "text", "url");
}
