package io.mosskit.curation;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the second pass has to know of a record without reading it again: everything that is
/// counted, what decides which of two duplicates stays, and where its line ends.
///
/// @param file the number of its file among those of the corpus
/// @param line where it begins in it, from 1
/// @param offset of its first byte in it
/// @param bytes the length of what is written of it, the line break included
/// @param fate why it was rejected, null for a candidate
/// @param facts what was counted of it, null where it could not be read
record Note(
    int file, long line, long offset, int bytes, @Nullable Fate fate, @Nullable Facts facts) {

  /// The stage that rejected a record, and its reason.
  record Fate(String stage, String reason) {}

  /// What is counted of a dialogue.
  ///
  /// @param id names it in the toolkit
  /// @param checksum of all that is said in it, CRC-32C
  /// @param quality the score by which the better of two duplicates is told
  /// @param category the label, null where it stays untagged
  /// @param language the label
  /// @param user the lengths of the user's turns, in characters
  /// @param replies the lengths of the replies
  record Facts(
      String id,
      long checksum,
      double quality,
      @Nullable String category,
      String language,
      List<Integer> user,
      List<Integer> replies,
      @Nullable String teacher,
      @Nullable String licence,
      List<String> seeds,
      List<Mark> marks) {

    Facts {
      user = List.copyOf(user);
      replies = List.copyOf(replies);
      seeds = List.copyOf(seeds);
      marks = List.copyOf(marks);
    }

    /// Characters that user and assistant wrote together.
    long length() {
      return sum(user) + sum(replies);
    }

    private static long sum(List<Integer> lengths) {
      return lengths.stream().mapToLong(Integer::longValue).sum();
    }
  }

  boolean isCandidate() {
    return fate == null;
  }

  /// The facts of a record that could be read.
  Facts known() {
    return Objects.requireNonNull(facts, "a record that could not be read");
  }

  Json.Obj json() {
    return Json.object()
        .put("file", file)
        .put("line", line)
        .put("offset", offset)
        .put("bytes", bytes)
        .put("stage", fate == null ? null : fate.stage())
        .put("reason", fate == null ? null : fate.reason())
        .put("facts", facts == null ? null : json(facts))
        .build();
  }

  private static Json json(Facts facts) {
    return Json.object()
        .put("id", facts.id())
        .put("checksum", facts.checksum())
        .put("quality", facts.quality())
        .put("category", facts.category())
        .put("language", facts.language())
        .put("user", numbers(facts.user()))
        .put("replies", numbers(facts.replies()))
        .put("teacher", facts.teacher())
        .put("licence", facts.licence())
        .put("seeds", facts.seeds().isEmpty() ? null : Json.ofStrings(facts.seeds()))
        .put("marks", facts.marks().isEmpty() ? null : marks(facts.marks()))
        .build();
  }

  private static Json numbers(List<Integer> numbers) {
    return Json.of(numbers.stream().map(number -> Json.of(number)).toList());
  }

  private static Json marks(List<Mark> marks) {
    return Json.of(
        marks.stream()
            .map(mark ->
                Json.of(
                    List.of(Json.of(mark.group()), Json.of(mark.name()), Json.of(mark.count()))))
            .toList());
  }

  /// The note that [#json] wrote.
  ///
  /// @throws IOException if the line is none
  static Note parse(String line) throws IOException {
    try {
      Members note = new Members((Json.Obj) Json.parse(line));
      return new Note(
          (int) note.number("file"),
          note.number("line"),
          note.number("offset"),
          (int) note.number("bytes"),
          note.has("stage") ? new Fate(note.text("stage"), note.text("reason")) : null,
          note.has("facts") ? facts(note.object("facts")) : null);
    } catch (JsonException | ClassCastException | NullPointerException e) {
      throw new IOException("no note of a record: " + line, e);
    }
  }

  private static Facts facts(Members facts) {
    return new Facts(
        facts.text("id"),
        facts.number("checksum"),
        facts.decimal("quality"),
        facts.textOrNull("category"),
        facts.text("language"),
        facts.list("user").stream().map(Note::integer).toList(),
        facts.list("replies").stream().map(Note::integer).toList(),
        facts.textOrNull("teacher"),
        facts.textOrNull("licence"),
        facts.list("seeds").stream().map(seed -> ((Json.Str) seed).value()).toList(),
        facts.list("marks").stream().map(Note::mark).toList());
  }

  private static Mark mark(Json json) {
    List<Json> parts = ((Json.Arr) json).elements();
    return new Mark(
        ((Json.Str) parts.get(0)).value(),
        ((Json.Str) parts.get(1)).value(),
        Long.parseLong(((Json.Num) parts.get(2)).lexeme()));
  }

  private static int integer(Json json) {
    return Integer.parseInt(((Json.Num) json).lexeme());
  }

  private record Members(Json.Obj object) {

    boolean has(String name) {
      return object.get(name) != null;
    }

    long number(String name) {
      return Long.parseLong(((Json.Num) require(name)).lexeme());
    }

    double decimal(String name) {
      return ((Json.Num) require(name)).doubleValue();
    }

    String text(String name) {
      return ((Json.Str) require(name)).value();
    }

    @Nullable String textOrNull(String name) {
      return object.string(name);
    }

    Members object(String name) {
      return new Members((Json.Obj) require(name));
    }

    List<Json> list(String name) {
      return object.get(name) instanceof Json.Arr(List<Json> elements) ? elements : List.of();
    }

    private Json require(String name) {
      return Objects.requireNonNull(object.get(name), name);
    }
  }
}
