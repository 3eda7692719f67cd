package io.mosskit.schema.convert;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.ValueEntry;
import io.mosskit.schema.json.Json;
import java.util.List;
import java.util.Set;

/// One form of records, both ways. For every conversation `c`, malformed ones included,
/// `read(write(c), …)` has the JSON text of `c`: what the form itself cannot say stands in the
/// record's member `mosskit.residue`. Thread-safe.
public sealed interface Codec permits MossCodec, ExactCodec {

  /// The stage that reports the rejections of [#entry].
  String STAGE = "convert";

  /// The form's name on the command line: `messages`.
  String name();

  /// The ways in which a record of this form without residue can differ from its dialogue.
  Set<Loss> losses();

  /// The dialogue as a record that loses nothing.
  Json.Obj write(Conversation conversation);

  /// The dialogue as a record without residue, and what it loses by that.
  Plain writePlain(Conversation conversation);

  /// The dialogue that a record holds. Where the record carries a residue, a turn that was changed
  /// since then keeps the change.
  ///
  /// @param defaultId the id of a record that has none
  Conversation read(Json record, String defaultId) throws ConversionException;

  /// [#read] as a step of a pipe: what cannot be read is an entry too.
  default Entry entry(Json record, Origin origin) {
    try {
      return new Entry.Accepted(read(record, origin.defaultId()), origin);
    } catch (ConversionException e) {
      return new Entry.Rejected(
          new Rejection(STAGE, e.fault().label(), e.detail(), Json.Obj.EMPTY, origin, record));
    }
  }

  /// [#entry(Json, Origin)] for what a reader found in a file.
  default Entry entry(ValueEntry entry) {
    return switch (entry) {
      case ValueEntry.Accepted(Json value, Origin origin) -> entry(value, origin);
      case ValueEntry.Rejected(Rejection rejection) -> new Entry.Rejected(rejection);
    };
  }

  /// A record without residue.
  ///
  /// @param lost what reading it back would not give, in the order of the dialogue
  record Plain(Json.Obj record, List<Lost> lost) {

    public Plain {
      lost = List.copyOf(lost);
    }
  }
}
