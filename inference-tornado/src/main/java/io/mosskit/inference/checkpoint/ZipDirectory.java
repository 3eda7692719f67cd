package io.mosskit.inference.checkpoint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the entries of a zip archive lie in its file. Only what `torch.save` writes is accepted:
/// entries that are stored, not compressed, so that they can be read in place and none can be
/// larger than the file.
///
/// Source: APPNOTE.TXT 6.3.10, sections 4.3 (headers) and 4.5.3 (zip64).
final class ZipDirectory {

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int END64_SIGNATURE = 0x06064b50;
  private static final int END64_SIZE = 56;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_SIZE = 20;
  private static final int CENTRAL_SIGNATURE = 0x02014b50;
  private static final int CENTRAL_SIZE = 46;
  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int LOCAL_SIZE = 30;
  private static final int ZIP64_EXTRA = 1;
  private static final int MOST_ENTRIES = 100_000;
  private static final int LONGEST_NAME = 512;
  private static final long SATURATED = 0xFFFFFFFFL;

  private static final ValueLayout.OfShort U16 =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt U32 =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong U64 =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MappedFile file;

  private ZipDirectory(MappedFile file) {
    this.file = file;
  }

  /// The content of each entry by its name.
  static Map<String, MemorySegment> read(MappedFile file) throws CheckpointException {
    return new ZipDirectory(file).entries();
  }

  private record Directory(long offset, long size, long entries) {}

  private record Entry(String name, long header, long begin, long end) {}

  private Map<String, MemorySegment> entries() throws CheckpointException {
    List<Entry> entries = list(directory());
    checkApart(entries);
    Map<String, MemorySegment> contents = HashMap.newHashMap(entries.size());
    for (Entry entry : entries) {
      long length = entry.end() - entry.begin();
      MemorySegment content = file.slice(entry.begin(), length, "entry " + entry.name());
      if (contents.put(entry.name(), content) != null) {
        throw file.problem("entry %s comes twice".formatted(entry.name()));
      }
    }
    return contents;
  }

  private Directory directory() throws CheckpointException {
    long at = end();
    MemorySegment end = file.slice(at, END_SIZE, "the end of the archive");
    Directory directory = new Directory(u32(end, 16), u32(end, 12), u16(end, 10));
    boolean saturated =
        directory.offset() == SATURATED
            || directory.size() == SATURATED
            || directory.entries() == 0xFFFF;
    return saturated ? directory64(at) : directory;
  }

  /// The end record lies last, but for a comment of at most 65,535 bytes.
  private long end() throws CheckpointException {
    long last = file.size() - END_SIZE;
    for (long at = last; at >= 0 && at >= last - 0xFFFF; at--) {
      if (file.bytes().get(U32, at) == END_SIGNATURE
          && at + END_SIZE + u16(file.bytes(), at + 20) == file.size()) {
        return at;
      }
    }
    throw file.problem(
        "no whole zip archive, as torch.save writes since PyTorch 1.6; it is cut off, older, or"
            + " something else");
  }

  private Directory directory64(long end) throws CheckpointException {
    MemorySegment locator =
        signed(end - LOCATOR_SIZE, LOCATOR_SIZE, LOCATOR_SIGNATURE, "the zip64 locator");
    MemorySegment end64 =
        signed(locator.get(U64, 8), END64_SIZE, END64_SIGNATURE, "the zip64 end of the archive");
    return new Directory(end64.get(U64, 48), end64.get(U64, 40), end64.get(U64, 32));
  }

  private List<Entry> list(Directory directory) throws CheckpointException {
    if (directory.entries() < 0 || directory.entries() > MOST_ENTRIES) {
      throw file.problem(
          "the archive is said to have %s entries, but %d are the most"
              .formatted(Long.toUnsignedString(directory.entries()), MOST_ENTRIES));
    }
    file.slice(directory.offset(), directory.size(), "the directory of the archive");
    List<Entry> entries = new ArrayList<>();
    long at = directory.offset();
    for (long i = 0; i < directory.entries(); i++) {
      String what = "entry %d of the archive".formatted(i);
      MemorySegment central = signed(at, CENTRAL_SIZE, CENTRAL_SIGNATURE, what);
      int nameLength = u16(central, 28);
      int extraLength = u16(central, 30);
      if (nameLength > LONGEST_NAME) {
        throw file.problem(
            "%s has a name of %d bytes, but %d are the most"
                .formatted(what, nameLength, LONGEST_NAME));
      }
      byte[] name = file.slice(at + CENTRAL_SIZE, nameLength, what).toArray(ValueLayout.JAVA_BYTE);
      MemorySegment extra = file.slice(at + CENTRAL_SIZE + nameLength, extraLength, what);
      entries.add(entry(new String(name, StandardCharsets.UTF_8), central, extra));
      at += CENTRAL_SIZE + nameLength + extraLength + u16(central, 32);
    }
    return entries;
  }

  private Entry entry(String name, MemorySegment central, MemorySegment extra)
      throws CheckpointException {
    String what = "entry " + name;
    if ((u16(central, 8) & 1) != 0) {
      throw file.problem(what + " is encrypted; save the model again without");
    }
    if (u16(central, 10) != 0) {
      throw file.problem(
          what + " is compressed, which torch.save never does; save the model again with it");
    }
    Wide wide = new Wide(file, what, extra);
    long size = wide.value(u32(central, 24));
    long stored = wide.value(u32(central, 20));
    long header = wide.value(u32(central, 42));
    if (size != stored) {
      throw file.problem(
          "%s is stored, but takes %d bytes for its %d".formatted(what, stored, size));
    }
    MemorySegment local = signed(header, LOCAL_SIZE, LOCAL_SIGNATURE, what);
    long begin = header + LOCAL_SIZE + u16(local, 26) + u16(local, 28);
    file.slice(begin, size, what);
    return new Entry(name, header, begin, begin + size);
  }

  /// Entries that share bytes make an archive unpack to more than it is.
  private void checkApart(List<Entry> entries) throws CheckpointException {
    List<Entry> inOrder = new ArrayList<>(entries);
    inOrder.sort(Comparator.comparingLong(Entry::header));
    for (int i = 1; i < inOrder.size(); i++) {
      Entry before = inOrder.get(i - 1);
      Entry entry = inOrder.get(i);
      if (entry.header() < before.end()) {
        throw file.problem("entries %s and %s overlap".formatted(before.name(), entry.name()));
      }
    }
  }

  private MemorySegment signed(long at, int size, int signature, String what)
      throws CheckpointException {
    MemorySegment record = file.slice(at, size, what);
    if (record.get(U32, 0) != signature) {
      throw file.problem("%s is not at byte %d, where it should be".formatted(what, at));
    }
    return record;
  }

  private static int u16(MemorySegment segment, long at) {
    return Short.toUnsignedInt(segment.get(U16, at));
  }

  private static long u32(MemorySegment segment, long at) {
    return Integer.toUnsignedLong(segment.get(U32, at));
  }

  /// The 64-bit values of an entry, in the order in which its 32-bit ones are saturated.
  private static final class Wide {

    private final MappedFile file;
    private final String what;
    private final MemorySegment values;
    private long next;

    Wide(MappedFile file, String what, MemorySegment extra) {
      this.file = file;
      this.what = what;
      this.values = zip64(extra);
    }

    long value(long narrow) throws CheckpointException {
      if (narrow != SATURATED) {
        return narrow;
      }
      if (next + Long.BYTES > values.byteSize()) {
        throw file.problem(what + " lacks its zip64 sizes");
      }
      long value = values.get(U64, next);
      next += Long.BYTES;
      return value;
    }

    private static MemorySegment zip64(MemorySegment extra) {
      long at = 0;
      while (at + 4 <= extra.byteSize()) {
        long length = u16(extra, at + 2);
        if (u16(extra, at) == ZIP64_EXTRA && at + 4 + length <= extra.byteSize()) {
          return extra.asSlice(at + 4, length);
        }
        at += 4 + length;
      }
      return MemorySegment.NULL;
    }
  }
}
