package io.mosskit.curation.neighbour;

import io.mosskit.curation.duplicate.Shingles;
import io.mosskit.curation.duplicate.Sketch;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.lucene.util.BytesRef;

/// How a sketch lies in an index: a term for each band, and its fingerprint and shingles as bytes.
///
/// The shingles are hashes, spread evenly over 64 bits: n of them in ascending order cannot be told
/// in fewer than about 64 − log₂ n + 1.4 bits each, so that no coding of their differences would
/// save more than a tenth. They lie as they are, 8 bytes each.
final class StoredSketch {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private StoredSketch() {}

  static BytesRef bytes(Shingles shingles) {
    byte[] bytes = new byte[Long.BYTES * (1 + shingles.size())];
    LONGS.set(bytes, 0, shingles.fingerprint());
    long[] hashes = shingles.hashes();
    for (int i = 0; i < hashes.length; i++) {
      LONGS.set(bytes, Long.BYTES * (1 + i), hashes[i]);
    }
    return new BytesRef(bytes);
  }

  /// How many shingles these bytes hold.
  static int size(BytesRef bytes) {
    return bytes.length / Long.BYTES - 1;
  }

  static Shingles shingles(BytesRef bytes) {
    long[] hashes = new long[size(bytes)];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = (long) LONGS.get(bytes.bytes, bytes.offset + Long.BYTES * (1 + i));
    }
    return Shingles.of((long) LONGS.get(bytes.bytes, bytes.offset), hashes);
  }

  /// The number of a band and its key as one number; their order is that of the terms.
  static long bandTerm(Sketch sketch, int band) {
    return ((long) band << 32) | (sketch.bandKey(band) & 0xFFFFFFFFL);
  }

  /// That number as a term of five bytes.
  static void write(long bandTerm, BytesRef term) {
    for (int i = 0; i < term.length; i++) {
      term.bytes[term.offset + i] = (byte) (bandTerm >>> (8 * (term.length - 1 - i)));
    }
  }

  static BytesRef newTerm() {
    return new BytesRef(new byte[5]);
  }
}
