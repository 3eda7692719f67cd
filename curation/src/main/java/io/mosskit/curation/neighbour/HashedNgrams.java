package io.mosskit.curation.neighbour;

import io.mosskit.curation.text.UnitHashes;
import io.mosskit.schema.text.Units;
import java.util.ArrayList;
import java.util.List;

/// The embedder that needs no model: hashed character n-grams, randomly projected. It knows no
/// meaning. It finds texts that are spelled alike in another order, in other inflections or with
/// other words between, which shingles miss; a paraphrase in other words it does not find.
///
/// Grams are three to five characters long, within words and across their borders; of scripts that
/// do not divide words, one to three. A gram's hash chooses one of 2¹⁶ counters; the square root of
/// each counter is added to six of the 256 dimensions, with signs (Achlioptas 2003; Weinberger et
/// al. 2009), and the vector brought to length 1. The cosine of two vectors differs from that of
/// the counters by about (1 − cos²) / 16. Deterministic; one pass over the text. Thread-safe.
public final class HashedNgrams implements Embedder {
  /// Changes whenever the same text would get another vector.
  private static final String NAME = "hashed-character-ngrams-256-v1";

  private static final int DIMENSIONS = 256;
  private static final int BUCKETS = 1 << 16;
  private static final int ENTRIES = 6;
  private static final int LONGEST = 5;
  private static final int SHORTEST = 3;
  private static final int LONGEST_UNDIVIDED = 3;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int batchSize() {
    return 1024;
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    Counters counters = new Counters();
    List<float[]> vectors = new ArrayList<>(texts.size());
    for (String text : texts) {
      counters.count(text);
      vectors.add(counters.project());
    }
    return vectors;
  }

  /// Counters of grams, and which of them are not 0.
  private static final class Counters {
    private final int[] counts = new int[BUCKETS];
    private final int[] touched = new int[BUCKETS];
    private int touchedCount;

    void count(String text) {
      int[] characters = characters(text);
      for (int start = 0; start < characters.length; start++) {
        boolean undivided = Units.isUndivided(characters[start]);
        int shortest = undivided ? 1 : SHORTEST;
        int longest = undivided ? LONGEST_UNDIVIDED : LONGEST;
        long hash = 0;
        for (int n = 1; n <= longest && start + n <= characters.length; n++) {
          hash = UnitHashes.mix(hash + characters[start + n - 1] + 1);
          if (n >= shortest) {
            add((int) (hash & (BUCKETS - 1)));
          }
        }
      }
    }

    private void add(int bucket) {
      if (counts[bucket]++ == 0) {
        touched[touchedCount++] = bucket;
      }
    }

    /// The letters and digits of the folded text, with one blank between words and at both ends.
    private static int[] characters(String text) {
      StringBuilder words = new StringBuilder(" ");
      Units.visit(
          text,
          (folded, from, to) -> {
            words.append(folded, from, to);
            if (!Units.isUndivided(folded.codePointAt(from))) {
              words.append(' ');
            }
          });
      return words.length() == 1 ? new int[0] : words.codePoints().toArray();
    }

    /// The vector of what was counted, which is forgotten.
    float[] project() {
      double[] sums = new double[DIMENSIONS];
      for (int i = 0; i < touchedCount; i++) {
        int bucket = touched[i];
        double weight = Math.sqrt(counts[bucket]);
        counts[bucket] = 0;
        long random = UnitHashes.mix((bucket + 1) * 0x9E3779B97F4A7C15L);
        for (int entry = 0; entry < ENTRIES; entry++) {
          sums[(int) (random & (DIMENSIONS - 1))] += (random & DIMENSIONS) == 0 ? weight : -weight;
          random >>>= 9;
        }
      }
      touchedCount = 0;
      return normalised(sums);
    }

    private static float[] normalised(double[] sums) {
      double square = 0;
      for (double sum : sums) {
        square += sum * sum;
      }
      float[] vector = new float[sums.length];
      if (square > 0) {
        double length = Math.sqrt(square);
        for (int i = 0; i < sums.length; i++) {
          vector[i] = (float) (sums[i] / length);
        }
      }
      return vector;
    }
  }
}
