package io.mosskit.curation.duplicate;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Interim.
public final class SketchWriter implements AutoCloseable {
  private final DataOutputStream out;

  private SketchWriter(DataOutputStream out) {
    this.out = out;
  }

  public static SketchWriter create(Path file, Banding banding) throws IOException {
    return new SketchWriter(
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)));
  }

  public void write(Sketch sketch, double quality, long length) throws IOException {
    long[] hashes = sketch.shingles().hashes();
    out.writeLong(sketch.shingles().fingerprint());
    out.writeInt(hashes.length);
    for (long hash : hashes) {
      out.writeLong(hash);
    }
    int bands = hashes.length == 0 ? 0 : 16;
    out.writeInt(bands);
    for (int band = 0; band < bands; band++) {
      out.writeInt(sketch.bandKey(band));
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
