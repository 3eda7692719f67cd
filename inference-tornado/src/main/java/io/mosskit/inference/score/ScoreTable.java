package io.mosskit.inference.score;

import io.mosskit.schema.io.Origin;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Scores as a CSV table (RFC 4180, UTF-8 with a byte order mark): a row for each reply, and one
/// with turn 0 for each dialogue. What a spreadsheet would run as a formula stands behind an
/// apostrophe. The file appears, whole, with [#commit].
final class ScoreTable implements AutoCloseable {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern FORMULA = Pattern.compile("(?s)[=@\\t\\r].*|[-+](?![\\d.]+$).*");

  /// The members of a score, in the order of the columns.
  private static final List<String> OF_ALL =
      List.of("tokens", "nll", "loss", "perplexity", "bits_per_byte");

  private static final List<String> OF_DIALOGUES =
      List.of(
          "ifd.mean",
          "ifd.min",
          "ifd.last",
          "reward.mean",
          "reward.min",
          "reward.last",
          "masks.original.loss",
          "masks.assistant-only.loss",
          "masks.everything.loss");

  private final Path file;
  private final Path part;
  private final CSVPrinter out;

  private ScoreTable(Path file, Path part, CSVPrinter out) {
    this.file = file;
    this.part = part;
    this.out = out;
  }

  static ScoreTable create(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    CSVPrinter out =
        new CSVPrinter(Files.newBufferedWriter(part, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    out.getOut().append(BYTE_ORDER_MARK);
    printAll(out, List.of("file", "line", "id", "turn"));
    printAll(out, OF_ALL);
    printAll(out, List.of("unconditional_loss", "ifd", "reward"));
    for (String name : OF_DIALOGUES) {
      out.print(name.replace('.', '_').replace('-', '_'));
    }
    printAll(out, List.of("most_surprising", "unscored"));
    out.println();
    return new ScoreTable(file, part, out);
  }

  private static void printAll(CSVPrinter out, List<String> cells) throws IOException {
    for (String cell : cells) {
      out.print(cell);
    }
  }

  /// Writes the rows of a dialogue.
  void write(Origin origin, String id, Json.Obj score) throws IOException {
    begin(origin, id, "0", score);
    printAll(out, List.of("", "", ""));
    for (String name : OF_DIALOGUES) {
      out.print(value(score, name));
    }
    out.print(surprise(score));
    out.print(value(score, "unscored.reason"));
    out.println();
    if (score.get("turns") instanceof Json.Arr(List<Json> turns)) {
      for (Json turn : turns) {
        writeTurn(origin, id, (Json.Obj) turn);
      }
    }
  }

  private void writeTurn(Origin origin, String id, Json.Obj turn) throws IOException {
    begin(origin, id, value(turn, "turn"), turn);
    for (String name : List.of("unconditional_loss", "ifd", "reward")) {
      out.print(value(turn, name));
    }
    for (int i = 0; i < OF_DIALOGUES.size() + 2; i++) {
      out.print("");
    }
    out.println();
  }

  /// The first cells of a row.
  private void begin(Origin origin, String id, String turn, Json.Obj score) throws IOException {
    out.print(cell(origin.file().toString()));
    out.print(origin.line());
    out.print(cell(id));
    out.print(turn);
    for (String name : OF_ALL) {
      out.print(value(score, name));
    }
  }

  private static String surprise(Json.Obj score) {
    return score.get("surprises") instanceof Json.Arr(List<Json> all)
            && !all.isEmpty()
            && all.getFirst() instanceof Json.Obj first
        ? cell(String.valueOf(first.string("text")))
        : "";
  }

  private static String value(Json.Obj of, String path) {
    Json at = of;
    for (String name : path.split("\\.")) {
      Json next = at instanceof Json.Obj object ? object.get(name) : null;
      if (next == null) {
        return "";
      }
      at = next;
    }
    return at instanceof Json.Str(String text) ? text : at.text();
  }

  private static String cell(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  void commit() throws IOException {
    out.close();
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Closes the file; without a commit nothing of it remains.
  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(part);
  }
}
