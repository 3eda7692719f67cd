package io.mosskit.curation;

import io.mosskit.curation.duplicate.Sketch;
import io.mosskit.curation.text.Measures.TurnMeasures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// A draft as it is put by until all records are known.
///
/// @param line what is written of it, as it will stand in its file, with its line break
/// @param sketch of a candidate, null of what is rejected
record Drafted(Note note, byte[] line, @Nullable Sketch sketch) {

  static Drafted unread(Rejection rejection, int file) {
    byte[] line = line(rejection.json());
    return new Drafted(
        note(file, Objects.requireNonNull(rejection.origin()), line, fate(rejection), null),
        line,
        null);
  }

  /// @param quality the path of the score by which the better of two duplicates is told
  static Drafted of(Studied studied, Draft draft, int file, String quality) {
    Note.Facts facts = facts(studied, Quality.of(studied.conversation(), quality));
    return switch (draft) {
      case Draft.Rejected(Rejection rejection) -> {
        byte[] line = line(rejection.json());
        yield new Drafted(note(file, studied.origin(), line, fate(rejection), facts), line, null);
      }
      case Draft.Candidate(Conversation conversation, Sketch sketch) -> {
        byte[] line = line(MossJson.json(conversation));
        yield new Drafted(note(file, studied.origin(), line, null, facts), line, sketch);
      }
    };
  }

  private static byte[] line(Json json) {
    return (json.text() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Note note(
      int file, Origin origin, byte[] line, Note.@Nullable Fate fate, Note.@Nullable Facts facts) {
    return new Note(file, origin.line(), origin.offset(), line.length, fate, facts);
  }

  private static Note.Fate fate(Rejection rejection) {
    return new Note.Fate(rejection.stage(), rejection.reason());
  }

  private static Note.Facts facts(Studied studied, double quality) {
    Lineage lineage = Lineage.of(studied.conversation());
    return new Note.Facts(
        studied.id(),
        checksum(studied.conversation()),
        quality,
        studied.category().map(tag -> tag.category().label()).orElse(null),
        studied.measures().language().label(),
        lengths(studied, TurnMeasures::user),
        lengths(studied, TurnMeasures::reply),
        lineage.teacher(),
        studied.conversation().mosskit().string("licence"),
        lineage.seeds(),
        studied.marks());
  }

  private static List<Integer> lengths(Studied studied, ToIntFunction<TurnMeasures> length) {
    return studied.measures().turns().stream().map(length::applyAsInt).toList();
  }

  private static long checksum(Conversation conversation) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes(conversation.metaInstruction()));
    for (Turn turn : conversation.turns()) {
      turn.values().forEach(value -> checksum.update(bytes(value)));
    }
    return checksum.getValue();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
