package io.mosskit.generator.rehearsal.script;

import io.mosskit.schema.text.Language;

/// The two languages and the code that both of them explain.
record Books(Book chinese, Book english, Snippets snippets) {

  static Books read() {
    return new Books(Book.read(Language.ZH), Book.read(Language.EN), Snippets.read());
  }

  /// The book to answer a text of that language with: English for everything that is not Chinese.
  Book of(Language language) {
    return language == Language.ZH ? chinese : english;
  }

  /// The other language.
  Book other(Book book) {
    return book.isChinese() ? english : chinese;
  }
}
