package io.mosskit.inference.checkpoint.writing;

import io.mosskit.inference.checkpoint.ElementType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes tensors as `torch.save` does: a zip archive with the table as a pickle and the elements
/// of each tensor as a stored entry, at a multiple of 64 bytes so that it can be mapped.
///
/// Source: APPNOTE.TXT 6.3.10, sections 4.3 (headers) and 4.5.3 (zip64).
final class TorchFile {

  private static final String FOLDER = "archive/";
  private static final int ALIGNMENT = 64;
  private static final int LOCAL_SIZE = 30;
  private static final int CHECKSUM_AT = 14;
  private static final int ZIP64_EXTRA = 1;
  private static final int PADDING_EXTRA = 0x4246;
  private static final int EXTRA_HEAD = 4;
  private static final short VERSION = 45;
  private static final short UTF8_NAMES = 0x0800;
  private static final short FIRST_OF_1980 = 0x21;
  private static final int SATURATED = 0xFFFFFFFF;
  private static final int END64_REST = 44;

  private record Entry(byte[] name, long header, long size, int checksum) {}

  private final FileSink out;
  private final List<Entry> entries = new ArrayList<>();

  private TorchFile(FileSink out) {
    this.out = out;
  }

  static void write(List<PlannedTensor> tensors, FileSink out)
      throws IOException, InterruptedException {
    TorchFile file = new TorchFile(out);
    file.put(bytes("data.pkl", TorchPickle.of(tensors)));
    file.put(bytes("byteorder", "little".getBytes(StandardCharsets.US_ASCII)));
    for (int i = 0; i < tensors.size(); i++) {
      PlannedTensor t = tensors.get(i);
      file.put(new PlannedTensor("data/" + i, t.type(), t.shape(), t.filling()));
    }
    file.put(bytes("version", "3\n".getBytes(StandardCharsets.US_ASCII)));
    file.end();
  }

  private static PlannedTensor bytes(String name, byte[] content) {
    ByteBuffer rest = ByteBuffer.wrap(content);
    return new PlannedTensor(
        name,
        ElementType.U8,
        List.of((long) content.length),
        part -> {
          int length = part.remaining();
          part.put(rest.slice(rest.position(), length));
          rest.position(rest.position() + length);
        });
  }

  /// Writes an entry, and then its checksum into its header.
  private void put(PlannedTensor content) throws IOException, InterruptedException {
    byte[] name = (FOLDER + content.name()).getBytes(StandardCharsets.US_ASCII);
    long header = out.position();
    out.put(localHeader(name, header, content.bytes()));
    int checksum = out.put(content);
    out.replace(header + CHECKSUM_AT, little(Integer.BYTES).putInt(checksum).array());
    entries.add(new Entry(name, header, content.bytes(), checksum));
  }

  private static byte[] localHeader(byte[] name, long at, long size) {
    int sizes = EXTRA_HEAD + 2 * Long.BYTES;
    long unpadded = at + LOCAL_SIZE + name.length + sizes + EXTRA_HEAD;
    int padding = Math.floorMod(-unpadded, ALIGNMENT);
    int extra = sizes + EXTRA_HEAD + padding;
    return little(LOCAL_SIZE + name.length + extra)
        .putInt(0x04034b50)
        .putShort(VERSION)
        .putShort(UTF8_NAMES)
        .putShort((short) 0) // stored
        .putShort((short) 0)
        .putShort(FIRST_OF_1980)
        .putInt(0) // the checksum, put here when it is known
        .putInt(SATURATED)
        .putInt(SATURATED)
        .putShort((short) name.length)
        .putShort((short) extra)
        .put(name)
        .putShort((short) ZIP64_EXTRA)
        .putShort((short) (2 * Long.BYTES))
        .putLong(size)
        .putLong(size)
        .putShort((short) PADDING_EXTRA)
        .putShort((short) padding)
        .array();
  }

  private static byte[] centralHeader(Entry entry) {
    int sizes = 3 * Long.BYTES;
    return little(46 + entry.name().length + EXTRA_HEAD + sizes)
        .putInt(0x02014b50)
        .putShort(VERSION)
        .putShort(VERSION)
        .putShort(UTF8_NAMES)
        .putShort((short) 0) // stored
        .putShort((short) 0)
        .putShort(FIRST_OF_1980)
        .putInt(entry.checksum())
        .putInt(SATURATED)
        .putInt(SATURATED)
        .putShort((short) entry.name().length)
        .putShort((short) (EXTRA_HEAD + sizes))
        .putShort((short) 0) // no comment
        .putShort((short) 0) // on the first disk
        .putShort((short) 0)
        .putInt(0)
        .putInt(SATURATED)
        .put(entry.name())
        .putShort((short) ZIP64_EXTRA)
        .putShort((short) sizes)
        .putLong(entry.size())
        .putLong(entry.size())
        .putLong(entry.header())
        .array();
  }

  private void end() throws IOException {
    long directory = out.position();
    for (Entry entry : entries) {
      out.put(centralHeader(entry));
    }
    long end = out.position();
    out.put(
        little(12 + END64_REST)
            .putInt(0x06064b50)
            .putLong(END64_REST)
            .putShort(VERSION)
            .putShort(VERSION)
            .putInt(0)
            .putInt(0)
            .putLong(entries.size())
            .putLong(entries.size())
            .putLong(end - directory)
            .putLong(directory)
            .array());
    out.put(little(20).putInt(0x07064b50).putInt(0).putLong(end).putInt(1).array());
    out.put(
        little(22)
            .putInt(0x06054b50)
            .putInt(0)
            .putInt(SATURATED) // the number of entries, twice
            .putInt(SATURATED)
            .putInt(SATURATED)
            .putShort((short) 0)
            .array());
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
