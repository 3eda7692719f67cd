package io.mosskit.generator.rehearsal.script;

import io.mosskit.schema.text.Language;

/// What a talk is about.
///
/// @param kind what is asked for
/// @param list the word list that told it, such as `harm.fraud` or `premise.ask`; may be empty
/// @param index the entry there, 0 where it does not matter
/// @param subject a name of the list `subject`, or empty
/// @param focus its words, fit for "about …", in the language of the text
/// @param language the language of the text
record Matter(Kind kind, String list, int index, String subject, String focus, Language language) {

  /// The part of the list's name after its last dot: `fraud`.
  String key() {
    return list.substring(list.lastIndexOf('.') + 1);
  }

  /// The same matter taken for another kind, which a list of its own tells.
  Matter as(Kind other, String told) {
    return new Matter(other, told, 0, subject, focus, language);
  }

  /// The same matter named in another book's language.
  Matter in(Book book) {
    return book.language() == language
        ? this
        : new Matter(kind, list, index, subject, label(book), book.language());
  }

  /// The name of its subject in a language.
  String label(Book book) {
    String list = subject.isEmpty() ? "label.any" : "label." + subject;
    return book.lists().get(list).getFirst();
  }
}
