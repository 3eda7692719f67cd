package io.mosskit.curation.tag;

import io.mosskit.schema.text.Units;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// Cuts the words of a text into features, with Lucene: in the fields of [Part#isText] all runs of
/// one to four characters, blanks among them, so that both words and Chinese characters show; in
/// the others the words of a [Shape].
final class Grams extends Analyzer {

  /// Where a feature comes from. The mark goes into its hash.
  enum Part {
    OPENING('o', true, 1),
    OPENING_WORDS('n', true, 0.5),
    OPENING_SHAPE('p', false, 0.7),
    WHOLE('w', true, 1),
    WHOLE_SHAPE('q', false, 0.35);

    private final char mark;
    private final boolean text;
    private final double weight;

    Part(char mark, boolean text, double weight) {
      this.mark = mark;
      this.text = text;
      this.weight = weight;
    }

    char mark() {
      return mark;
    }

    /// Whether its features are weighted by how rare they are.
    boolean isText() {
      return text;
    }

    /// The length of its part of the vector.
    double weight() {
      return weight;
    }

    /// What this part analyzes.
    String of(Words words) {
      return switch (this) {
        case OPENING -> spaced(words.opening());
        case OPENING_WORDS -> withoutNumbers(words.opening());
        case OPENING_SHAPE -> shape(words.opening());
        case WHOLE -> spaced(words.whole());
        case WHOLE_SHAPE -> shape(words.whole());
      };
    }

    private static String shape(String text) {
      return text.isEmpty() ? "" : String.join(" ", Shape.of(text));
    }

    /// The folded text, each run of digits as one zero: that a number stands there tells more than
    /// which one.
    private static String withoutNumbers(String text) {
      String folded = Units.fold(text);
      StringBuilder without = new StringBuilder();
      boolean number = false;
      for (int i = 0; i < folded.length(); i++) {
        char c = folded.charAt(i);
        boolean digit = c >= '0' && c <= '9';
        if (!(digit && number)) {
          without.append(digit ? '0' : c);
        }
        number = digit;
      }
      return without.toString();
    }

    /// The folded text with single blanks, one before and one after, which mark its ends.
    private static String spaced(String text) {
      String folded = Units.fold(text);
      StringBuilder spaced = new StringBuilder(" ");
      for (int i = 0; i < folded.length(); i++) {
        char c = folded.charAt(i);
        boolean blank = Character.isWhitespace(c) || Character.isISOControl(c);
        if (!blank) {
          spaced.append(c);
        } else if (spaced.charAt(spaced.length() - 1) != ' ') {
          spaced.append(' ');
        }
      }
      if (spaced.length() == 1) {
        return "";
      }
      return spaced.append(spaced.charAt(spaced.length() - 1) == ' ' ? "" : " ").toString();
    }
  }

  private static final int LONGEST = 4;

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return switch (Part.valueOf(field)) {
      case OPENING, WHOLE -> new TokenStreamComponents(new NGramTokenizer(1, LONGEST));
      case OPENING_SHAPE, WHOLE_SHAPE -> new TokenStreamComponents(new WhitespaceTokenizer());
      case OPENING_WORDS -> {
        StandardTokenizer words = new StandardTokenizer();
        yield new TokenStreamComponents(words, new ShingleFilter(words, 2));
      }
    };
  }

  Grams() {
    super(PER_FIELD_REUSE_STRATEGY);
  }
}
