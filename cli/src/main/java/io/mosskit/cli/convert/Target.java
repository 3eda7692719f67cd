package io.mosskit.cli.convert;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.convert.Codec;
import io.mosskit.schema.convert.LossTally;
import io.mosskit.schema.convert.MossFolder;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.util.Optional;

/// Where converted dialogues go. Nothing is there before [#commit]; [#close] without it leaves
/// nothing.
public interface Target extends AutoCloseable {

  /// Writes a dialogue.
  ///
  /// @return why it is not written, where the form cannot hold it
  Optional<String> write(Conversation conversation) throws IOException;

  /// How many dialogues were written.
  long records();

  void commit() throws IOException;

  @Override
  void close() throws IOException;

  /// Records of a form, one a line.
  ///
  /// @param losses counts what records without residue lose; null where they carry one
  static Target lines(RecordWriter out, Codec codec, Optional<LossTally> losses) {
    return new Lines(out, conversation -> Optional.of(encode(conversation, codec, losses)), "");
  }

  private static Json.Obj encode(
      Conversation conversation, Codec codec, Optional<LossTally> losses) {
    if (losses.isEmpty()) {
      return codec.write(conversation);
    }
    Codec.Plain plain = codec.writePlain(conversation);
    losses.get().add(plain.lost());
    return plain.record();
  }

  /// Records that an encoder makes of dialogues, one a line.
  ///
  /// @param otherwise why a dialogue is not written of which it makes none
  static Target lines(RecordWriter out, Encoder encoder, String otherwise) {
    return new Lines(out, encoder, otherwise);
  }

  /// Makes a record of a dialogue, or none.
  @FunctionalInterface
  interface Encoder {
    Optional<Json.Obj> encode(Conversation conversation);
  }

  /// One object a file, as published.
  static Target folder(MossFolder out) {
    return new Folder(out);
  }

  /// See [#lines].
  record Lines(RecordWriter out, Encoder encoder, String otherwise) implements Target {

    @Override
    public Optional<String> write(Conversation conversation) throws IOException {
      Optional<Json.Obj> record = encoder.encode(conversation);
      if (record.isEmpty()) {
        return Optional.of(otherwise);
      }
      out.write(record.get());
      return Optional.empty();
    }

    @Override
    public long records() {
      return out.records();
    }

    @Override
    public void commit() throws IOException {
      out.commit();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /// See [#folder].
  record Folder(MossFolder out) implements Target {

    @Override
    public Optional<String> write(Conversation conversation) throws IOException {
      out.write(conversation);
      return Optional.empty();
    }

    @Override
    public long records() {
      return out.records();
    }

    @Override
    public void commit() throws IOException {
      out.commit();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
