package io.mosskit.curation.duplicate;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/// The sketches in one file or several, read where they lie: the files are mapped, and on the heap
/// are eight bytes a record. Records are numbered from 0 through all files in the order in which
/// these are named. To be read by one thread.
///
/// Opening reads every byte once and compares its checksum: what was cut off or damaged, or made by
/// another version, is refused.
public final class Sketches implements AutoCloseable {
  private static final String REMEDY = "; write it again from the texts";
  private static final int OFFSET_BITS = 44;
  private static final long OFFSET_MASK = (1L << OFFSET_BITS) - 1;
  private static final int MOST_FILES = 1 << (63 - OFFSET_BITS);
  private static final long CHECKED_AT_ONCE = 1 << 30;

  private final Arena arena = Arena.ofShared();
  private final List<MemorySegment> files = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();

  /// For each file the number of its first source.
  private final List<Integer> firstSources = new ArrayList<>();

  /// The file of each record in the upper bits, its place in that in the lower ones.
  private long[] places = new long[16];

  private int records;
  private int mostShingles;
  private long hashes;

  private Sketches() {}

  /// Opens the files that [SketchFileWriter] has made.
  ///
  /// @throws FileSystemException if one of them is no such file, is damaged or cut off, or was made
  ///   by another version; the reason says what to do
  public static Sketches open(List<Path> paths) throws IOException {
    if (paths.size() > MOST_FILES) {
      throw new IllegalArgumentException(paths.size() + " files, at most " + MOST_FILES);
    }
    Sketches sketches = new Sketches();
    boolean opened = false;
    try {
      for (Path path : paths) {
        sketches.add(path);
      }
      opened = true;
      return sketches;
    } finally {
      if (!opened) {
        sketches.close();
      }
    }
  }

  private void add(Path path) throws IOException {
    MemorySegment file = map(path);
    long size = file.byteSize();
    long tail = size - SketchFormat.TAIL_BYTES;
    if (size < SketchFormat.HEAD_BYTES || file.get(SketchFormat.LONG, 0) != SketchFormat.MAGIC) {
      throw refused(path, "is no file of signatures");
    }
    requireVersion(path, "layout", file.get(SketchFormat.INT, 8), SketchFormat.LAYOUT);
    requireVersion(path, "signature", file.get(SketchFormat.INT, 12), Shingles.VERSION);
    if (tail < SketchFormat.HEAD_BYTES
        || file.get(SketchFormat.LONG, tail + 32) != SketchFormat.MAGIC_END) {
      throw refused(path, "is cut off");
    }
    if (file.get(SketchFormat.LONG, tail + 24) != checksum(file, tail + 24)) {
      throw refused(path, "is damaged: its checksum is another");
    }
    long names = file.get(SketchFormat.LONG, tail + 16);
    long count = file.get(SketchFormat.LONG, tail);
    if (records + count > Integer.MAX_VALUE - 8) {
      throw refused(path, "makes more than 2,147,483,639 records", "; decide on them in batches");
    }
    locate(file, names, (int) count);
    hashes += file.get(SketchFormat.LONG, tail + 8);
    firstSources.add(sources.size());
    readSources(file, names);
    files.add(file);
  }

  private MemorySegment map(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    }
  }

  private static void requireVersion(Path path, String what, int found, int expected)
      throws FileSystemException {
    if (found != expected) {
      throw refused(
          path, "has %s version %d, this mosskit reads %d".formatted(what, found, expected));
    }
  }

  private static FileSystemException refused(Path path, String reason) {
    return refused(path, reason, REMEDY);
  }

  private static FileSystemException refused(Path path, String reason, String remedy) {
    return new FileSystemException(path.toString(), null, reason + remedy);
  }

  private static long checksum(MemorySegment file, long bytes) {
    CRC32C checksum = new CRC32C();
    for (long from = 0; from < bytes; from += CHECKED_AT_ONCE) {
      long length = Math.min(CHECKED_AT_ONCE, bytes - from);
      checksum.update(file.asSlice(from, length).asByteBuffer());
    }
    return checksum.getValue();
  }

  private void locate(MemorySegment file, long end, int count) {
    places = Arrays.copyOf(places, Math.max(places.length, records + count));
    long fileBits = (long) files.size() << OFFSET_BITS;
    long at = SketchFormat.HEAD_BYTES;
    for (int i = 0; i < count; i++) {
      places[records++] = fileBits | at;
      int shingles = file.get(SketchFormat.INT, at + SketchFormat.SHINGLES);
      mostShingles = Math.max(mostShingles, shingles);
      at +=
          SketchFormat.recordBytes(
              shingles, file.get(SketchFormat.INT, at + SketchFormat.ID_BYTES));
    }
    if (at != end) {
      throw new IllegalStateException("records end at %d, sources begin at %d".formatted(at, end));
    }
  }

  private void readSources(MemorySegment file, long from) {
    int count = file.get(SketchFormat.INT, from);
    long at = from + 4;
    for (int i = 0; i < count; i++) {
      int bytes = file.get(SketchFormat.INT, at);
      sources.add(text(file, at + 4, bytes));
      at += 4L + bytes;
    }
  }

  private static String text(MemorySegment file, long at, int bytes) {
    return new String(
        file.asSlice(at, bytes).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
  }

  /// How many records there are.
  public int size() {
    return records;
  }

  /// How many hashes all records have together.
  long hashes() {
    return hashes;
  }

  /// The names of the sources: of each file those it was written with, one file after another.
  public List<String> sources() {
    return List.copyOf(sources);
  }

  /// The index in [#sources] of the source that a record comes from.
  public int source(int record) {
    long place = places[record];
    return firstSources.get((int) (place >>> OFFSET_BITS))
        + file(place).get(SketchFormat.INT, (place & OFFSET_MASK) + SketchFormat.SOURCE);
  }

  /// The id of a record.
  public String id(int record) {
    MemorySegment file = file(places[record]);
    long at = places[record] & OFFSET_MASK;
    long hashBytes = 8L * file.get(SketchFormat.INT, at + SketchFormat.SHINGLES);
    return text(
        file,
        at + SketchFormat.FIXED_BYTES + hashBytes,
        file.get(SketchFormat.INT, at + SketchFormat.ID_BYTES));
  }

  double quality(int record) {
    return file(places[record])
        .get(SketchFormat.DOUBLE, (places[record] & OFFSET_MASK) + SketchFormat.QUALITY);
  }

  int length(int record) {
    return file(places[record])
        .get(SketchFormat.INT, (places[record] & OFFSET_MASK) + SketchFormat.LENGTH);
  }

  long fingerprint(int record) {
    return file(places[record])
        .get(SketchFormat.LONG, (places[record] & OFFSET_MASK) + SketchFormat.FINGERPRINT);
  }

  /// How many hashes a record has.
  int shingles(int record) {
    return file(places[record])
        .get(SketchFormat.INT, (places[record] & OFFSET_MASK) + SketchFormat.SHINGLES);
  }

  /// Copies those hashes of a record that are not above `end`, from an index on, to the beginning
  /// of an array that has room for all of them.
  ///
  /// @return how many they are
  int copyHashes(int record, int from, long end, long[] to) {
    MemorySegment file = file(places[record]);
    long at = places[record] & OFFSET_MASK;
    int left = file.get(SketchFormat.INT, at + SketchFormat.SHINGLES) - from;
    at += SketchFormat.FIXED_BYTES + 8L * from;
    int count = 0;
    for (; count < left; count++) {
      long hash = file.get(SketchFormat.LONG, at + 8L * count);
      if (hash > end) {
        break;
      }
      to[count] = hash;
    }
    return count;
  }

  /// The hashes of a record at the beginning of the given array, or of a longer one.
  long[] hashes(int record, long[] given) {
    int count = shingles(record);
    long[] room = given.length >= count ? given : new long[count + (count >> 1)];
    MemorySegment.copy(
        file(places[record]),
        SketchFormat.LONG,
        (places[record] & OFFSET_MASK) + SketchFormat.FIXED_BYTES,
        room,
        0,
        count);
    return room;
  }

  /// The most hashes that a record has.
  int mostShingles() {
    return mostShingles;
  }

  private MemorySegment file(long place) {
    return files.get((int) (place >>> OFFSET_BITS));
  }

  @Override
  public void close() {
    arena.close();
  }
}
