package io.mosskit.schema.labels;

/// How a label table is written. A reader needs none of this: it finds out by itself.
///
/// @param byteOrderMark whether the file begins with one; without it Excel takes a double-clicked
///   file for one in the system's old encoding and shows Chinese as garbage
/// @param delimiter what stands between cells: the list separator of the computer on which the
///   table is opened, `;` where numbers have a decimal comma
/// @param lineEnding what ends a row
/// @param previewLength how many characters (UTF-16 units, as spreadsheets count) the columns
///   `first_user_turn` and `last_reply` show at most, the `…` of a cut included, from 1 to 32,767
public record LabelTableOptions(
    boolean byteOrderMark, Delimiter delimiter, LineEnding lineEnding, int previewLength) {

  /// What stands between cells.
  public enum Delimiter {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t');

    private final char character;

    Delimiter(char character) {
      this.character = character;
    }

    public char character() {
      return character;
    }
  }

  /// What ends a row.
  public enum LineEnding {
    /// As RFC 4180 and Excel have it.
    CRLF("\r\n"),
    /// As Unix tools have it.
    LF("\n");

    private final String characters;

    LineEnding(String characters) {
      this.characters = characters;
    }

    public String characters() {
      return characters;
    }
  }

  public LabelTableOptions {
    if (previewLength < 1 || previewLength > Cell.LIMIT) {
      throw new IllegalArgumentException(
          "previewLength is from 1 to " + Cell.LIMIT + ", not " + previewLength);
    }
  }

  /// A byte order mark, commas, CRLF, and previews of 1,000 characters.
  public static LabelTableOptions defaults() {
    return new LabelTableOptions(true, Delimiter.COMMA, LineEnding.CRLF, 1_000);
  }

  public LabelTableOptions withByteOrderMark(boolean wanted) {
    return new LabelTableOptions(wanted, delimiter, lineEnding, previewLength);
  }

  public LabelTableOptions withDelimiter(Delimiter wanted) {
    return new LabelTableOptions(byteOrderMark, wanted, lineEnding, previewLength);
  }

  public LabelTableOptions withLineEnding(LineEnding wanted) {
    return new LabelTableOptions(byteOrderMark, delimiter, wanted, previewLength);
  }

  public LabelTableOptions withPreviewLength(int wanted) {
    return new LabelTableOptions(byteOrderMark, delimiter, lineEnding, wanted);
  }
}
