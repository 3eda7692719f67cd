package io.mosskit.curation.neighbour;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/// How the graph is written. Its vectors stay floats: with a byte a number beside them, as Lucene
/// can, 10,000 vectors of 768 numbers were added and judged in 10.4 CPU seconds instead of 10.7,
/// for a quarter more on disk.
final class VectorFormat {
  private static final int CONNECTIONS = 16;
  private static final int BEAM = 100;

  /// Embeddings of today have up to 4,096 dimensions.
  private static final int MOST_DIMENSIONS = 4096;

  private static final double BUFFER_MEGABYTES = 128;

  private VectorFormat() {}

  static IndexWriterConfig settings() {
    KnnVectorsFormat wide = new Wide(new Lucene99HnswVectorsFormat(CONNECTIONS, BEAM));
    return new IndexWriterConfig()
        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
        .setCommitOnClose(false)
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setMergePolicy(new LogDocMergePolicy())
        .setCodec(
            new Lucene104Codec() {
              @Override
              public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return wide;
              }
            });
  }

  /// A format under its own name, without its limit of 1,024 dimensions.
  private static final class Wide extends KnnVectorsFormat {
    private final KnnVectorsFormat format;

    Wide(KnnVectorsFormat format) {
      super(format.getName());
      this.format = format;
    }

    @Override
    public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
      return format.fieldsWriter(state);
    }

    @Override
    public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
      return format.fieldsReader(state);
    }

    @Override
    public int getMaxDimensions(String field) {
      return MOST_DIMENSIONS;
    }
  }
}
