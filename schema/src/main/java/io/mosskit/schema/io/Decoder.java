package io.mosskit.schema.io;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Makes entries of the records in a block. Used by one thread.
sealed interface Decoder {

  /// One record in these bytes.
  ///
  /// @param torn whether the file ends with it, without a line break
  void record(byte[] bytes, int from, int to, Origin origin, boolean torn);

  /// A stretch that holds no record.
  void unreadable(Rejection rejection);

  /// Decodes dialogues.
  final class Dialogues implements Decoder {
    private final RecordParser parser = new RecordParser();
    private final Consumer<Entry> entries;

    Dialogues(Consumer<Entry> entries) {
      this.entries = entries;
    }

    @Override
    public void record(byte[] bytes, int from, int to, Origin origin, boolean torn) {
      Entry entry = parser.parse(bytes, from, to, origin);
      if (torn && entry instanceof Entry.Rejected(Rejection rejection)) {
        entry = new Entry.Rejected(Unread.atTornEnd(rejection));
      }
      entries.accept(entry);
    }

    @Override
    public void unreadable(Rejection rejection) {
      entries.accept(new Entry.Rejected(rejection));
    }
  }

  /// Looks at dialogues, and decodes those that take a closer look.
  final class Glances implements Decoder {
    private final Dialogues closer;
    private final Consumer<Glance> glances;

    Glances(Consumer<Glance> glances) {
      this.closer = new Dialogues(entry -> glances.accept(new Glance.Whole(entry)));
      this.glances = glances;
    }

    @Override
    public void record(byte[] bytes, int from, int to, Origin origin, boolean torn) {
      int turns = CleanDialogue.turns(bytes, from, to);
      if (turns > 0) {
        glances.accept(new Glance.Clean(origin, turns));
      } else {
        closer.record(bytes, from, to, origin, torn);
      }
    }

    @Override
    public void unreadable(Rejection rejection) {
      closer.unreadable(rejection);
    }
  }

  /// Decodes JSON values of any kind.
  final class Values implements Decoder {
    private final Consumer<ValueEntry> entries;

    Values(Consumer<ValueEntry> entries) {
      this.entries = entries;
    }

    @Override
    public void record(byte[] bytes, int from, int to, Origin origin, boolean torn) {
      ValueEntry entry = parse(bytes, from, to, origin);
      if (torn && entry instanceof ValueEntry.Rejected(Rejection rejection)) {
        entry = new ValueEntry.Rejected(Unread.atTornEnd(rejection));
      }
      entries.accept(entry);
    }

    private static ValueEntry parse(byte[] bytes, int from, int to, Origin origin) {
      Rejection broken = Unread.ifBrokenUtf8(bytes, from, to, origin);
      if (broken != null) {
        return new ValueEntry.Rejected(broken);
      }
      try {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return new ValueEntry.Accepted(Json.parse(text), origin);
      } catch (JsonException e) {
        return new ValueEntry.Rejected(Unread.of(e, bytes, from, to, origin));
      }
    }

    @Override
    public void unreadable(Rejection rejection) {
      entries.accept(new ValueEntry.Rejected(rejection));
    }
  }

  /// Decodes the texts of records of any kind.
  final class Texts implements Decoder {
    private final TextParser parser;
    private final Consumer<TextEntry> entries;

    Texts(TextFields fields, Consumer<TextEntry> entries) {
      this.parser = new TextParser(fields);
      this.entries = entries;
    }

    @Override
    public void record(byte[] bytes, int from, int to, Origin origin, boolean torn) {
      TextEntry entry = parser.parse(bytes, from, to, origin);
      if (torn && entry instanceof TextEntry.Rejected(Rejection rejection)) {
        entry = new TextEntry.Rejected(Unread.atTornEnd(rejection));
      }
      entries.accept(entry);
    }

    @Override
    public void unreadable(Rejection rejection) {
      entries.accept(new TextEntry.Rejected(rejection));
    }
  }
}
