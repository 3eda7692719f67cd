package io.mosskit.curation.tag;

import io.mosskit.curation.tag.Evaluation.LabelScore;
import io.mosskit.schema.labels.Cell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Writes an evaluation as CSV: a row for each true label, a column for each predicted one, then
/// the label's figures. Labels that a spreadsheet would run as formulas stand behind an apostrophe.
public final class EvaluationTable {

  private static final List<String> FIGURES = List.of("examples", "precision", "recall", "f1");

  private EvaluationTable() {}

  /// Writes the file; its folder is made where it is absent.
  public static void write(Evaluation evaluation, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (BufferedWriter text = Files.newBufferedWriter(file);
        CSVPrinter out = new CSVPrinter(text, CSVFormat.RFC4180)) {
      List<String> heading = new ArrayList<>(List.of("label"));
      evaluation.labels().forEach(label -> heading.add(Cell.of(label)));
      heading.addAll(FIGURES);
      out.printRecord(heading);
      for (LabelScore score : evaluation.scores()) {
        out.printRecord(row(score, evaluation));
      }
    }
  }

  private static List<String> row(LabelScore score, Evaluation evaluation) {
    List<String> row = new ArrayList<>(List.of(Cell.of(score.label())));
    for (String predicted : evaluation.labels()) {
      row.add(Long.toString(evaluation.count(score.label(), predicted)));
    }
    row.add(Long.toString(score.count()));
    for (double figure : List.of(score.precision(), score.recall(), score.f1())) {
      row.add(String.format(Locale.ROOT, "%.4f", figure));
    }
    return row;
  }
}
