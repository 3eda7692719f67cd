package io.mosskit.curation.tag;

import io.mosskit.curation.tag.Grams.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Turns words into vectors: of each [Part] the features that the vocabulary knows, those of texts
/// by (1 + ln frequency) · inverse document frequency, those of shapes by 1, each part scaled to
/// its length. Thread-safe.
final class Features {

  private final Vocabulary vocabulary;
  private final Grams grams;

  Features(Vocabulary vocabulary, Grams grams) {
    this.vocabulary = vocabulary;
    this.grams = grams;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  SparseVector of(Words words) {
    int[] features = new int[0];
    float[] values = new float[0];
    for (Part part : Part.values()) {
      int[] known = known(part, part.of(words));
      int size = features.length;
      features = Arrays.copyOf(features, size + known.length);
      values = Arrays.copyOf(values, size + known.length);
      int end = append(part, known, features, values, size);
      features = Arrays.copyOf(features, end);
      values = Arrays.copyOf(values, end);
    }
    return new SparseVector(features, values);
  }

  /// The numbers of the known features of a text, ascending, one for each occurrence.
  private int[] known(Part part, String text) {
    if (text.isEmpty()) {
      return new int[0];
    }
    int[] numbers = new int[64];
    int count = 0;
    try (TokenStream tokens = grams.tokenStream(part.name(), text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        int number = vocabulary.number(Vocabulary.hash(part.mark(), term));
        if (number >= 0) {
          numbers = count < numbers.length ? numbers : Arrays.copyOf(numbers, 2 * count);
          numbers[count++] = number;
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string does not fail
    }
    Arrays.sort(numbers, 0, count);
    return Arrays.copyOf(numbers, count);
  }

  /// Appends the distinct numbers with their values; returns where the vector ends then.
  private int append(Part part, int[] known, int[] features, float[] values, int from) {
    int end = from;
    double squares = 0;
    for (int i = 0; i < known.length; ) {
      int next = i + 1;
      while (next < known.length && known[next] == known[i]) {
        next++;
      }
      double value =
          part.isText() ? (1 + Math.log(next - i)) * vocabulary.inverseFrequency(known[i]) : 1;
      features[end] = known[i];
      values[end++] = (float) value;
      squares += value * value;
      i = next;
    }
    for (int i = from; i < end; i++) {
      values[i] *= (float) (part.weight() / Math.sqrt(squares));
    }
    return end;
  }
}
