package io.mosskit.curation.duplicate;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Interim.
public final class SketchReader {
  private SketchReader() {}

  public static List<Sketch> read(Path file) throws IOException {
    List<Sketch> all = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      while (true) {
        in.mark(1);
        if (in.read() < 0) {
          return all;
        }
        in.reset();
        long fingerprint = in.readLong();
        long[] hashes = new long[in.readInt()];
        for (int i = 0; i < hashes.length; i++) {
          hashes[i] = in.readLong();
        }
        int[] bands = new int[in.readInt()];
        for (int i = 0; i < bands.length; i++) {
          bands[i] = in.readInt();
        }
        all.add(new Sketch(new Shingles(fingerprint, hashes), bands));
      }
    }
  }
}
