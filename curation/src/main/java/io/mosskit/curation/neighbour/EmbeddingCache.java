package io.mosskit.curation.neighbour;

import io.mosskit.schema.chat.ChatException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;

/// An embedder that never asks another for the same text twice: what that one answered lies in a
/// file, written to the disk before it is used, so that a killed run pays for nothing again. The
/// file may hold the vectors of several embedders. Not thread-safe.
///
/// A vector lies there as 16 bytes of the SHA-256 of embedder and text, a count, its numbers, and a
/// CRC-32 of all that; a torn end is cut off when the file is opened.
public final class EmbeddingCache implements Embedder, AutoCloseable {
  private static final int KEY_BYTES = 16;

  /// Longer counts are no vectors but broken bytes.
  private static final int MOST_NUMBERS = 1 << 20;

  /// Of an embedder and a text.
  private record Key(long high, long low) {}

  private final Embedder embedder;
  private final FileChannel file;
  private final Map<Key, Long> places = new HashMap<>();
  private long asked;

  private EmbeddingCache(Embedder embedder, FileChannel file) {
    this.embedder = embedder;
    this.file = file;
  }

  /// An embedder with a file of answers, which is made where it is absent.
  ///
  /// @throws IOException if another process has it open, or it is a file of something else, which
  ///   stays as it is
  public static EmbeddingCache of(Embedder embedder, Path path) throws IOException {
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      lock(file, path);
      EmbeddingCache cache = new EmbeddingCache(embedder, file);
      long whole = cache.readPlaces();
      requireEmbeddings(file, whole, path);
      file.truncate(whole);
      file.position(file.size());
      return cache;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static void lock(FileChannel file, Path path) throws IOException {
    try {
      if (file.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException _) {
      // this process has it open: the same answer as for another
    }
    throw new IOException(path + " is used by another process; wait for its end");
  }

  /// Where no vector stands first, its count tells a broken one from somebody's other file: no text
  /// and hardly anything else has a plausible one there.
  private static void requireEmbeddings(FileChannel file, long whole, Path path)
      throws IOException {
    if (whole > 0 || file.size() < KEY_BYTES + Integer.BYTES) {
      return;
    }
    ByteBuffer count = ByteBuffer.allocate(Integer.BYTES);
    file.read(count, KEY_BYTES);
    if (!isCount(count.getInt(0))) {
      throw new IOException(
          path + " holds no embeddings, or its first is broken; name another file, or delete it");
    }
  }

  private static boolean isCount(int numbers) {
    return numbers >= 0 && numbers <= MOST_NUMBERS;
  }

  /// Notes where each vector lies.
  ///
  /// @return where the whole ones end
  private long readPlaces() throws IOException {
    long end = 0;
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Channels.newInputStream(file), 1 << 16));
    while (true) {
      try {
        Key key = new Key(in.readLong(), in.readLong());
        int count = in.readInt();
        if (!isCount(count)) {
          return end;
        }
        float[] vector = new float[count];
        for (int i = 0; i < count; i++) {
          vector[i] = in.readFloat();
        }
        byte[] entry = entry(key, vector);
        if (in.readInt() != crc(entry)) {
          return end;
        }
        places.put(key, end + KEY_BYTES);
        end += entry.length + Integer.BYTES;
      } catch (EOFException _) {
        return end;
      }
    }
  }

  @Override
  public String name() {
    return embedder.name();
  }

  @Override
  public int batchSize() {
    return embedder.batchSize();
  }

  /// How many texts the other embedder was asked for.
  public long asked() {
    return asked;
  }

  @Override
  public List<float[]> embed(List<String> texts)
      throws ChatException, IOException, InterruptedException {
    Set<String> missing = new LinkedHashSet<>();
    for (String text : texts) {
      if (!places.containsKey(key(text))) {
        missing.add(text);
      }
    }
    if (!missing.isEmpty()) {
      keep(List.copyOf(missing));
    }
    List<float[]> vectors = new ArrayList<>(texts.size());
    for (String text : texts) {
      vectors.add(read(Objects.requireNonNull(places.get(key(text)))));
    }
    return vectors;
  }

  private void keep(List<String> texts) throws ChatException, IOException, InterruptedException {
    List<float[]> vectors = embedder.embed(texts);
    asked += texts.size();
    for (int i = 0; i < texts.size(); i++) {
      Key key = key(texts.get(i));
      byte[] entry = entry(key, vectors.get(i));
      ByteBuffer whole = ByteBuffer.allocate(entry.length + Integer.BYTES);
      whole.put(entry).putInt(crc(entry)).flip();
      places.put(key, file.position() + KEY_BYTES);
      while (whole.hasRemaining()) {
        file.write(whole);
      }
    }
    file.force(false);
  }

  private float[] read(long place) throws IOException {
    ByteBuffer count = filled(place, Integer.BYTES);
    float[] vector = new float[count.getInt()];
    ByteBuffer numbers = filled(place + Integer.BYTES, Float.BYTES * vector.length);
    numbers.asFloatBuffer().get(vector);
    return vector;
  }

  private ByteBuffer filled(long place, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, place + buffer.position()) < 0) {
        throw new EOFException("the file of embeddings became shorter while it was read");
      }
    }
    return buffer.flip();
  }

  private static byte[] entry(Key key, float[] vector) {
    byte[] bytes = new byte[KEY_BYTES + Integer.BYTES + Float.BYTES * vector.length];
    ByteBuffer entry = ByteBuffer.wrap(bytes);
    entry.putLong(key.high).putLong(key.low).putInt(vector.length);
    entry.asFloatBuffer().put(vector);
    return bytes;
  }

  private static int crc(byte[] entry) {
    CRC32 crc = new CRC32();
    crc.update(entry);
    return (int) crc.getValue();
  }

  /// Texts as UTF-16, so that halves of surrogate pairs tell texts apart, too.
  private Key key(String text) {
    byte[] units = new byte[2 * text.length()];
    ByteBuffer.wrap(units).asCharBuffer().put(text);
    MessageDigest sha = sha256();
    sha.update(embedder.name().getBytes(StandardCharsets.UTF_8));
    sha.update((byte) 0);
    ByteBuffer hash = ByteBuffer.wrap(sha.digest(units));
    return new Key(hash.getLong(), hash.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
