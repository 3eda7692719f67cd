package io.mosskit.cli;

import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.TextEntry;
import io.mosskit.schema.json.Json;
import java.io.IOException;

/// A record as `mosskit dedup` sees it.
sealed interface DedupRecord {

  /// A record of any kind with a text in it.
  record Text(TextEntry.Found found) implements DedupRecord {}

  /// A dialogue, of which one role is compared.
  record Dialogue(Conversation conversation, Origin origin, DuplicateKey key)
      implements DedupRecord {

    /// The id that the toolkit gave it, else the one it was published with.
    String id() {
      String own = conversation.mosskit().string("id");
      return own != null ? own : conversation.idText();
    }
  }

  /// A record without a text, or that cannot be read.
  record Unreadable(Rejection rejection) implements DedupRecord {}

  /// Writes the record as it was read.
  default void writeTo(RecordWriter out) throws IOException {
    switch (this) {
      case Text(TextEntry.Found found) -> out.write(found.raw());
      case Dialogue dialogue -> out.write(dialogue.conversation);
      case Unreadable(Rejection rejection) -> out.write(rejection);
    }
  }

  /// This record as one that falls to another.
  default Rejection dropped(String reason, String detail, Json.Obj values) {
    return switch (this) {
      case Text(TextEntry.Found found) ->
          new Rejection("dedup", reason, detail, values, found.origin(), found.raw().json());
      case Dialogue dialogue ->
          new Rejection(
              "dedup",
              reason,
              detail,
              values,
              dialogue.origin,
              MossJson.json(dialogue.conversation));
      case Unreadable(Rejection rejection) -> rejection;
    };
  }
}
