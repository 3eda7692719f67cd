package io.mosskit.plugins.grounding;

/// Something that a reply states and that nothing it may rest on supports.
public sealed interface Unsupported {

  /// The words in question.
  String text();

  /// Where they begin in the reply, in UTF-16 units.
  int at();

  /// A number that is in no text and no result, and does not follow from one by rounding.
  record Numeral(String text, int at) implements Unsupported {}

  /// A citation of a result that is not there.
  ///
  /// @param number the number that is cited
  record Citation(String text, int at, int number) implements Unsupported {}

  /// A number that one result of the turn has, cited from another that has not.
  ///
  /// @param number the number that is cited
  record Miscitation(String text, int at, int number) implements Unsupported {}

  /// Words in quotation marks that nobody said.
  record Quotation(String text, int at) implements Unsupported {}

  /// A title, a name or an address given as the source, which nothing names.
  record Source(String text, int at) implements Unsupported {}
}
