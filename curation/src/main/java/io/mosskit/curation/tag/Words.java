package io.mosskit.curation.tag;

/// The words of a dialogue that a model looks at. The opening counts for itself, since what a
/// dialogue is about shows there most.
///
/// @param opening what the user says first
/// @param whole all chosen words, the opening among them; empty where only the opening is chosen
public record Words(String opening, String whole) {

  public Words {
    opening = Head.of(opening);
    whole = Head.of(whole);
  }

  /// A text of one piece.
  public static Words of(String text) {
    return new Words(text, "");
  }
}
