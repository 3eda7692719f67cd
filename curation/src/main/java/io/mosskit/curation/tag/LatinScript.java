package io.mosskit.curation.tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/// Tells English from other languages in Latin letters: by their most frequent words, of which
/// Lucene has lists for seventeen languages, and by letters that English has not. Thread-safe.
final class LatinScript {

  private static final int ENGLISH = 0;

  /// From this share of words with letters that English has not, a text without more English words
  /// than others is not English.
  private static final int WORDS_TO_A_FOREIGN_LETTER = 6;

  /// By word, a bit for each language in which it is frequent.
  private final Map<String, Integer> frequent = new HashMap<>();

  private final int languages;

  LatinScript() {
    List<CharArraySet> sets =
        List.of(
            english(),
            GermanAnalyzer.getDefaultStopSet(),
            FrenchAnalyzer.getDefaultStopSet(),
            SpanishAnalyzer.getDefaultStopSet(),
            ItalianAnalyzer.getDefaultStopSet(),
            PortugueseAnalyzer.getDefaultStopSet(),
            DutchAnalyzer.getDefaultStopSet(),
            SwedishAnalyzer.getDefaultStopSet(),
            DanishAnalyzer.getDefaultStopSet(),
            NorwegianAnalyzer.getDefaultStopSet(),
            FinnishAnalyzer.getDefaultStopSet(),
            HungarianAnalyzer.getDefaultStopSet(),
            RomanianAnalyzer.getDefaultStopSet(),
            CzechAnalyzer.getDefaultStopSet(),
            TurkishAnalyzer.getDefaultStopSet(),
            IndonesianAnalyzer.getDefaultStopSet(),
            CatalanAnalyzer.getDefaultStopSet(),
            EstonianAnalyzer.getDefaultStopSet());
    this.languages = sets.size();
    for (int language = 0; language < languages; language++) {
      for (Object word : sets.get(language)) {
        frequent.merge(new String((char[]) word), 1 << language, (left, right) -> left | right);
      }
    }
  }

  private static CharArraySet english() {
    String name = "english_stop.txt";
    try (InputStream words =
        Objects.requireNonNull(SnowballFilter.class.getResourceAsStream(name), name)) {
      return WordlistLoader.getSnowballWordSet(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a list in a jar does not fail
    }
  }

  /// Whether a text in Latin letters is English, as far as can be told; where nothing tells, it is.
  boolean isEnglish(String text) {
    int[] counts = new int[languages];
    int words = 0;
    int foreign = 0;
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && Character.isLetter(text.charAt(i))) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        String word = text.substring(start, i).toLowerCase(Locale.ROOT);
        words++;
        foreign += hasForeignLetter(word) ? 1 : 0;
        count(word, counts);
        start = -1;
      }
    }
    int others = 0;
    for (int language = ENGLISH + 1; language < languages; language++) {
      others = Math.max(others, counts[language]);
    }
    return others < counts[ENGLISH]
        || (others == counts[ENGLISH] && foreign * WORDS_TO_A_FOREIGN_LETTER < words);
  }

  private void count(String word, int[] counts) {
    int in = frequent.getOrDefault(word, 0);
    while (in != 0) {
      counts[Integer.numberOfTrailingZeros(in)]++;
      in &= in - 1;
    }
  }

  private static boolean hasForeignLetter(String word) {
    return word.chars().anyMatch(letter -> letter > 127);
  }
}
