package io.mosskit.cli.convert;

import io.mosskit.parquet.ParquetWriter;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.convert.Codec;
import io.mosskit.schema.convert.LossTally;
import io.mosskit.schema.convert.MossFolder;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.labels.LabelWriter;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/// Where converted dialogues go. Nothing is there before [#commit]; [#close] without it leaves
/// nothing.
public final class Target implements AutoCloseable {

  /// Writes a dialogue; false where the form cannot hold it.
  private interface Writing {
    boolean write(Conversation conversation) throws IOException;
  }

  /// Ends a file, well or not.
  private interface Ending {
    void end() throws IOException;
  }

  private final Writing writing;
  private final Ending commit;
  private final Ending close;
  private long records;

  private Target(Writing writing, Ending commit, Ending close) {
    this.writing = writing;
    this.commit = commit;
    this.close = close;
  }

  /// Records of a form that lose nothing.
  public static Target exact(RecordWriter out, Codec codec) {
    return encoded(out, conversation -> Optional.of(codec.write(conversation)));
  }

  /// Records of a form without what the form cannot say, which is counted.
  public static Target plain(RecordWriter out, Codec codec, LossTally losses) {
    return encoded(
        out,
        conversation -> {
          Codec.Plain plain = codec.writePlain(conversation);
          losses.add(plain.lost());
          return Optional.of(plain.record());
        });
  }

  /// Whatever record a function makes of a dialogue, if any.
  public static Target encoded(
      RecordWriter out, Function<Conversation, Optional<Json.Obj>> encode) {
    return new Target(
        conversation -> {
          Optional<Json.Obj> record = encode.apply(conversation);
          if (record.isPresent()) {
            out.write(record.get());
          }
          return record.isPresent();
        },
        out::commit,
        out::close);
  }

  /// One object a file, as published.
  public static Target folder(MossFolder out) {
    return new Target(always(out::write), out::commit, out::close);
  }

  /// A Parquet file.
  public static Target parquet(ParquetWriter out) {
    return new Target(always(out::write), out::commit, out::close);
  }

  /// A table for people who label.
  public static Target labels(LabelWriter out) {
    return new Target(always(out::write), out::commit, out::close);
  }

  /// Takes every dialogue.
  private interface Always {
    void write(Conversation conversation) throws IOException;
  }

  private static Writing always(Always always) {
    return conversation -> {
      always.write(conversation);
      return true;
    };
  }

  /// Writes a dialogue; false where the form cannot hold it.
  public boolean write(Conversation conversation) throws IOException {
    boolean written = writing.write(conversation);
    records += written ? 1 : 0;
    return written;
  }

  /// How many dialogues were written.
  public long records() {
    return records;
  }

  public void commit() throws IOException {
    commit.end();
  }

  @Override
  public void close() throws IOException {
    close.end();
  }
}
