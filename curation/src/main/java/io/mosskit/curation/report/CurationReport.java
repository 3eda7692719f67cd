package io.mosskit.curation.report;

import io.mosskit.curation.CurationSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes what a curation has done for people to read: `report.html`, one page that loads nothing,
/// and `README.md`, a dataset card as the Hugging Face Hub reads it.
public final class CurationReport {
  /// The page.
  public static final String PAGE = "report.html";

  /// The card.
  public static final String CARD = "README.md";

  private CurationReport() {}

  /// Writes both files into a folder, the same bytes for the same summary and context. Each appears
  /// whole or not at all; an earlier one is replaced.
  ///
  /// @param folder the one that the curation wrote into
  /// @throws IOException if they cannot be written
  public static void write(CurationSummary summary, ReportContext context, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    replace(folder.resolve(PAGE), new Page(summary, context).content());
    replace(folder.resolve(CARD), new Card(summary, context).content());
  }

  private static void replace(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, text.getBytes(StandardCharsets.UTF_8));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
