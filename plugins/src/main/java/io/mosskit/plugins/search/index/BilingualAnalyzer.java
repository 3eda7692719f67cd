package io.mosskit.plugins.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Cuts texts into terms, Chinese and English in one stream: a run of Han characters into pairs of
/// neighbours, Latin words into stems. Each token is treated by its own script, so a text or query
/// in both languages needs no decision about its language, and a name in Latin letters in a Chinese
/// query finds what it names.
///
/// Pairs need no dictionary: they know new words and names, and are the same on every machine.
/// Documents are indexed with their single characters too, for words of one (`湖`); a query uses a
/// single character only where it stands alone.
final class BilingualAnalyzer extends Analyzer {

  private static final int SCRIPTS =
      CJKBigramFilter.HAN
          | CJKBigramFilter.HIRAGANA
          | CJKBigramFilter.KATAKANA
          | CJKBigramFilter.HANGUL;

  /// Words of grammar and of asking. A Chinese one is a single character that divides its
  /// neighbours.
  private static final CharArraySet STOP_WORDS =
      CharArraySet.unmodifiableSet(
          new CharArraySet(
              List.of(
                      "a an and are as at be been but by can did do does for from had has have how i if"
                          + " in into is it its me my no not of on or our she he s so such t than that"
                          + " the their then there these they this to was we were what when where which"
                          + " who whom whose why will with would you your about tell find look up please"
                          + " search info information",
                      "的 了 吗 呢 吧 啊 么 什 谁 哪 怎 是 和 与 或 在 请 查 搜 我 你 您 这 那 些 个 被 把 也 就 都 有")
                  .stream()
                  .flatMap(words -> List.of(words.split(" ")).stream())
                  .toList(),
              false));

  private final boolean withSingles;

  private BilingualAnalyzer(boolean withSingles) {
    this.withSingles = withSingles;
  }

  static BilingualAnalyzer forDocuments() {
    return new BilingualAnalyzer(true);
  }

  static BilingualAnalyzer forQueries() {
    return new BilingualAnalyzer(false);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    TokenStream terms = new LowerCaseFilter(new CJKWidthFilter(words));
    terms = new ASCIIFoldingFilter(new EnglishPossessiveFilter(terms));
    terms = new StopFilter(terms, STOP_WORDS);
    terms = new CJKBigramFilter(terms, SCRIPTS, withSingles);
    return new TokenStreamComponents(words, new PorterStemFilter(terms));
  }

  /// Receives the terms of a text with their places.
  interface Visitor {
    void term(String term, int from, int to);
  }

  void visit(String text, Visitor visitor) {
    try (TokenStream terms = tokenStream("", text)) {
      CharTermAttribute term = terms.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = terms.addAttribute(OffsetAttribute.class);
      terms.reset();
      while (terms.incrementToken()) {
        visitor.term(term.toString(), place.startOffset(), place.endOffset());
      }
      terms.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory is always readable
    }
  }
}
