package io.mosskit.curation.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a card says of a data set that its files do not tell.
///
/// @param title its name
/// @param licence as an SPDX id, null where nobody has stated it
/// @param url where it is published, null where it is not
/// @param date of the description
/// @param version of the toolkit
public record CorpusAbout(
    String title, @Nullable String licence, @Nullable String url, LocalDate date, String version) {

  public CorpusAbout {
    if (title.isBlank()) {
      throw new IllegalArgumentException("a data set has a title");
    }
  }
}
