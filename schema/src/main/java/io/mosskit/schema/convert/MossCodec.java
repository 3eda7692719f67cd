package io.mosskit.schema.convert;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.json.Json;
import java.util.List;
import java.util.Set;

/// MOSS-003 as it is.
record MossCodec() implements Codec {

  @Override
  public String name() {
    return "moss";
  }

  @Override
  public Set<Loss> losses() {
    return Set.of();
  }

  @Override
  public Json.Obj write(Conversation conversation) {
    return MossJson.json(conversation);
  }

  @Override
  public Plain writePlain(Conversation conversation) {
    return new Plain(write(conversation), List.of());
  }

  @Override
  public Conversation read(Json record, String defaultId) throws ConversionException {
    return switch (MossJson.parse(record.text())) {
      case Entry.Accepted accepted -> accepted.conversation();
      case Entry.Rejected rejected ->
          throw new ConversionException(
              ConversionException.Fault.NOT_MOSS_003, rejected.rejection().detail());
    };
  }

  @Override
  public Entry entry(Json record, Origin origin) {
    return MossJson.parse(record.text(), origin);
  }
}
