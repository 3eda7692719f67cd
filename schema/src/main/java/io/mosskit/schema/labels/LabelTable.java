package io.mosskit.schema.labels;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;

/// A table in which people, rules and models label dialogues: UTF-8 CSV (RFC 4180), a header row,
/// one row a dialogue. The description of the package names the columns.
///
/// A cell that a spreadsheet would run as a formula, or would turn into another number, a date or a
/// truth value, stands behind an apostrophe, and reading takes that apostrophe away again. A cell
/// longer than Excel's 32,767 characters is cut and ends in `…`.
public final class LabelTable {

  private LabelTable() {}

  /// Begins a table; its folder is made where it is absent.
  public static LabelWriter create(Path file, LabelTableOptions options) throws IOException {
    return LabelWriter.create(file, options);
  }

  /// Opens a table whose labels are [categories][io.mosskit.schema.Category] only.
  ///
  /// @throws IOException if the file cannot be opened
  public static LabelReader open(Path file) throws IOException {
    return open(file, Set.of());
  }

  /// Opens a table whose labels are categories or these tags; any other name is rejected, so that a
  /// slip of the keyboard does not become a tag.
  ///
  /// @param tags the names as they are to be kept; the table may spell them in any case
  /// @throws IOException if the file cannot be opened
  /// @throws IllegalArgumentException if a tag is blank
  public static LabelReader open(Path file, Set<String> tags) throws IOException {
    if (tags.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a tag is not blank: " + tags);
    }
    return LabelReader.open(file, tags);
  }

  static CSVFormat format(LabelTableOptions.Delimiter delimiter) {
    return CSVFormat.RFC4180.builder().setDelimiter(delimiter.character()).get();
  }
}
