package io.mosskit.curation.neighbour;

import io.mosskit.curation.text.UnitHashes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.AbstractKnnCollector;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.util.VectorUtil;

/// The vectors of a graph in one segment, and which of them are near another.
final class Vectors {
  /// How far below the threshold the search still follows neighbours, in cosine: the graph is
  /// approximate, and a duplicate may be reached over one that is none.
  private static final double SLACK = 0.15;

  /// How much a cosine may be too low in Lucene's score, a float from 0 to 1.
  private static final double ROUNDING = 1e-6;

  private final LeafReader reader;
  private final FloatVectorValues values;

  Vectors(LeafReader reader) throws IOException {
    this.reader = reader;
    this.values = reader.getFloatVectorValues(SemanticDuplicates.VECTOR);
  }

  /// A vector near another.
  record Neighbour(int node, float cosine) {}

  /// Those whose cosine with a vector is at least the threshold, itself left out.
  List<Neighbour> near(int node, double threshold) throws IOException {
    float[] target = values.vectorValue(node).clone();
    Reached reached = new Reached(node, score(threshold - SLACK), score(threshold - ROUNDING));
    reader.searchNearestVectors(
        SemanticDuplicates.VECTOR, target, reached, AcceptDocs.fromLiveDocs(null, reader.maxDoc()));
    List<Neighbour> near = new ArrayList<>();
    for (int other : reached.nodes) {
      if (other != node) {
        float cosine = Math.min(1, VectorUtil.dotProduct(target, values.vectorValue(other)));
        if (cosine >= threshold) {
          near.add(new Neighbour(other, cosine));
        }
      }
    }
    return near;
  }

  /// How Lucene says a cosine.
  private static float score(double cosine) {
    return (float) Math.max(0, (1 + cosine) / 2);
  }

  /// A hash of 64 bits: among a million different vectors two have the same with a probability of 3
  /// · 10⁻⁸.
  static long hash(float[] vector) {
    long hash = vector.length;
    for (float value : vector) {
      hash = UnitHashes.mix(hash ^ Float.floatToIntBits(value)) + 0x9E3779B97F4A7C15L;
    }
    return hash;
  }

  /// All that is near enough, found by following all that is nearly so. The search begins at the
  /// vector itself, which the graph joined to its nearest when it was built: from elsewhere the way
  /// to it may be lost among vectors that are all equally far.
  private static final class Reached extends AbstractKnnCollector {
    private final float followed;
    private final float wanted;
    private final List<Integer> nodes = new ArrayList<>();
    private float nearest = Float.NEGATIVE_INFINITY;

    Reached(int start, float followed, float wanted) {
      super(
          1,
          Long.MAX_VALUE,
          new KnnSearchStrategy.Seeded(
              DocIdSetIterator.range(start, start + 1), 1, KnnSearchStrategy.Hnsw.DEFAULT));
      this.followed = followed;
      this.wanted = wanted;
    }

    @Override
    public boolean collect(int node, float score) {
      nearest = Math.max(nearest, score);
      if (score >= wanted) {
        nodes.add(node);
      }
      return true;
    }

    @Override
    public float minCompetitiveSimilarity() {
      return Math.min(followed, nearest);
    }

    @Override
    public int numCollected() {
      return nodes.size();
    }

    @Override
    public TopDocs topDocs() {
      return new TopDocs(
          new TotalHits(visitedCount(), TotalHits.Relation.EQUAL_TO), new ScoreDoc[0]);
    }
  }
}
