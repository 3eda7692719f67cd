package io.mosskit.curation.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a report says that a summary does not know.
///
/// @param title the name of the corpus
/// @param command the command line that makes the corpus again
/// @param licence of the corpus, an identifier such as `cc-by-4.0` where it has one; null where
///   nobody has stated it
/// @param date of the run
public record ReportContext(
    String title, String command, @Nullable String licence, LocalDate date) {

  public ReportContext {
    if (title.isBlank() || command.isBlank()) {
      throw new IllegalArgumentException(
          "a report has a title (\"%s\") and a command (\"%s\")".formatted(title, command));
    }
    if (licence != null && licence.isBlank()) {
      throw new IllegalArgumentException("a licence that nobody has stated is null, not blank");
    }
  }
}
