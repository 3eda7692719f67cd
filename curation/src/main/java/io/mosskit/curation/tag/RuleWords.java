package io.mosskit.curation.tag;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// The words that rules are compared with: lower-cased, full-width letters as plain ones, each
/// Chinese character by itself, so that a phrase finds its characters wherever they stand in a row.
final class RuleWords extends Analyzer {

  @Override
  protected TokenStreamComponents createComponents(String field) {
    StandardTokenizer words = new StandardTokenizer();
    return new TokenStreamComponents(words, folded(words));
  }

  @Override
  protected TokenStream normalize(String field, TokenStream words) {
    return folded(words);
  }

  private static TokenStream folded(TokenStream words) {
    return new LowerCaseFilter(new CJKWidthFilter(words));
  }
}
