package io.mosskit.plugins.search.index;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/// BM25 whose sums are exact. What a term adds to a document's score is rounded to a multiple of
/// 2⁻¹⁰, and a float adds up to 2¹⁴ of these without rounding: whatever order Lucene adds them in,
/// the sum is the same, and so are the ties. The logarithm is that of `StrictMath`, which has the
/// same bits on every machine.
final class ExactBm25 extends Similarity {

  private static final float STEPS = 1 << 10;

  private final BM25Similarity bm25 =
      new BM25Similarity() {
        @Override
        protected float idf(long documents, long all) {
          return (float) ExactBm25.idf(documents, all);
        }
      };

  /// How much a term tells that stands in so many of all documents.
  static double idf(long documents, long all) {
    return StrictMath.log(1 + (all - documents + 0.5) / (documents + 0.5));
  }

  @Override
  public long computeNorm(FieldInvertState state) {
    return bm25.computeNorm(state);
  }

  @Override
  public SimScorer scorer(float boost, CollectionStatistics field, TermStatistics... terms) {
    SimScorer exact = bm25.scorer(boost, field, terms);
    return new SimScorer() {
      @Override
      public float score(float frequency, long norm) {
        return Math.round(exact.score(frequency, norm) * STEPS) / STEPS;
      }
    };
  }
}
