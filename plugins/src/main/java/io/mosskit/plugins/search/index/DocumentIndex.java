package io.mosskit.plugins.search.index;

import io.mosskit.plugins.search.Hit;
import io.mosskit.plugins.search.SearchEngine;
import io.mosskit.plugins.search.SearchException;
import io.mosskit.plugins.search.Snippets;
import io.mosskit.plugins.search.index.Passages.Passage;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// An index of one's own documents, open for search. The query's words are looked up as they are:
/// no character is an operator. Thread-safe; the same index and query give the same hits on every
/// machine (see [IndexBuilder]).
///
/// Documents are ranked by BM25 over title and text, and each gives its best passage. One whose
/// title and passage hold too little of the query is no answer and is left out.
public final class DocumentIndex implements SearchEngine, AutoCloseable {

  /// The share of the query's weight that title and passage must hold, or the weight in terms that
  /// stand in one document alone. Chosen on the web-search and mix seeds over our own documents:
  /// all answerable ones pass, and no question that is foreign to them does.
  private static final double LEAST_SHARE = 0.42;

  private static final double ENOUGH_RARE_TERMS = 2.5;

  /// Of a term in the title: all passages of the document are about it.
  private static final double TITLE_TERM = 0.25;

  private static final int MOST_TERMS = 64;
  private static final int LEAST_CANDIDATES = 10;

  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final String fingerprint;
  private final BilingualAnalyzer ofQueries = BilingualAnalyzer.forQueries();
  private final BilingualAnalyzer ofDocuments = BilingualAnalyzer.forDocuments();

  private DocumentIndex(Directory directory, DirectoryReader reader, String fingerprint) {
    this.directory = directory;
    this.reader = reader;
    this.fingerprint = fingerprint;
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new ExactBm25());
    searcher.setQueryCache(null);
  }

  /// Opens the index in a folder.
  ///
  /// @throws IOException where the folder holds no index, or one of another version
  public static DocumentIndex open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(
          folder.toString(), null, "no such folder; make an index with mosskit search index");
    }
    return open(FSDirectory.open(folder), folder.toString());
  }

  static DocumentIndex open(Directory directory, String name) throws IOException {
    try {
      DirectoryReader reader = DirectoryReader.open(directory);
      Map<String, String> entries = reader.getIndexCommit().getUserData();
      String fingerprint = entries.get(IndexFormat.FINGERPRINT_ENTRY);
      if (fingerprint == null
          || !IndexFormat.VERSION.equals(entries.get(IndexFormat.FORMAT_ENTRY))) {
        reader.close();
        directory.close();
        throw unusable(name, "an index of another kind or version");
      }
      return new DocumentIndex(directory, reader, fingerprint);
    } catch (IndexNotFoundException _) {
      directory.close();
      throw unusable(name, "no index");
    } catch (IndexFormatTooOldException | IndexFormatTooNewException _) {
      directory.close();
      throw unusable(name, "an index of another Lucene");
    }
  }

  private static FileSystemException unusable(String name, String what) {
    return new FileSystemException(
        name, null, "holds " + what + "; make it with mosskit search index");
  }

  /// The SHA-256 of what is in the index, 64 hexadecimal digits.
  public String fingerprint() {
    return fingerprint;
  }

  /// How many documents are in the index.
  public int documents() {
    return reader.numDocs();
  }

  /// `documents-` and the beginning of the fingerprint.
  @Override
  public String version() {
    return "documents-" + fingerprint.substring(0, 16);
  }

  @Override
  public List<Hit> search(String query, int results, int characters) throws SearchException {
    try {
      SequencedMap<String, Double> weights = weights(query);
      List<Hit> hits = new ArrayList<>();
      StoredFields stored = searcher.storedFields();
      for (ScoreDoc candidate : candidates(weights.sequencedKeySet(), results)) {
        if (hits.size() == results) {
          break;
        }
        add(stored.document(candidate.doc), weights, characters, hits);
      }
      return List.copyOf(hits);
    } catch (IOException e) {
      throw new SearchException("the index cannot be read: " + e.getMessage(), e);
    }
  }

  /// The distinct terms of the query in their order, with what each tells.
  private SequencedMap<String, Double> weights(String query) throws IOException {
    Set<String> terms = new LinkedHashSet<>();
    ofQueries.visit(
        query,
        (term, _, _) -> {
          if (terms.size() < MOST_TERMS) {
            terms.add(term);
          }
        });
    SequencedMap<String, Double> weights = new LinkedHashMap<>();
    for (String term : terms) {
      // A word that no document has tells as much as one that a single one has.
      weights.put(term, ExactBm25.idf(Math.max(1, frequency(term)), reader.numDocs()));
    }
    return weights;
  }

  private int frequency(String term) throws IOException {
    return Math.max(
        reader.docFreq(new Term(IndexFormat.TEXT, term)),
        reader.docFreq(new Term(IndexFormat.TITLE, term)));
  }

  private ScoreDoc[] candidates(Set<String> terms, int results) throws IOException {
    if (terms.isEmpty()) {
      return new ScoreDoc[0];
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String term : terms) {
      query.add(clause(IndexFormat.TEXT, term));
      query.add(clause(IndexFormat.TITLE, term));
    }
    return searcher.search(query.build(), Math.max(LEAST_CANDIDATES, 3 * results)).scoreDocs;
  }

  private static BooleanClause clause(String field, String term) {
    Query query = new TermQuery(new Term(field, term));
    return new BooleanClause(query, BooleanClause.Occur.SHOULD);
  }

  private void add(
      Document document, SequencedMap<String, Double> weights, int characters, List<Hit> hits) {
    String title = document.get(IndexFormat.TITLE);
    String text = document.get(IndexFormat.TEXT);
    Set<String> inTitle = terms(title, ofDocuments);
    inTitle.retainAll(weights.keySet());
    SequencedMap<String, Double> sought = new LinkedHashMap<>(weights);
    inTitle.forEach(term -> sought.computeIfPresent(term, (_, weight) -> TITLE_TERM * weight));
    String heading = heading(title, characters);
    int room = characters - 2;
    Passage passage = Passages.best(text, sought, room - Snippets.length(heading), ofDocuments);
    if (answers(passage.terms(), inTitle, title, weights)) {
      String words = text.substring(passage.from(), passage.to());
      boolean named = passage.from() == 0 || words.contains(title);
      hits.add(new Hit(title, document.get(IndexFormat.SOURCE), named ? words : heading + words));
    }
  }

  /// What a passage from within a document needs to be understood alone.
  private static String heading(String title, int characters) {
    if (title.isBlank() || Snippets.length(title) > characters / 4) {
      return "";
    }
    return title + (Language.of(title) == Language.ZH ? "：" : ": ");
  }

  private static Set<String> terms(String title, BilingualAnalyzer analyzer) {
    Set<String> terms = new HashSet<>();
    analyzer.visit(title, (term, _, _) -> terms.add(term));
    return terms;
  }

  /// Whether title and passage say enough of what is asked: the query names the whole title, or
  /// they hold much of the query's weight, or so much weight that the rest of a long question may
  /// be about something else.
  private boolean answers(
      Set<String> inPassage,
      Set<String> inTitle,
      String title,
      SequencedMap<String, Double> weights) {
    double held = 0;
    double all = 0;
    for (Map.Entry<String, Double> term : weights.entrySet()) {
      boolean holds = inPassage.contains(term.getKey()) || inTitle.contains(term.getKey());
      held += holds ? term.getValue() : 0;
      all += term.getValue();
    }
    Set<String> wholeTitle = terms(title, ofQueries);
    boolean named = !wholeTitle.isEmpty() && inTitle.containsAll(wholeTitle);
    double rare = ExactBm25.idf(1, reader.numDocs());
    return named || held >= LEAST_SHARE * all || held >= ENOUGH_RARE_TERMS * rare;
  }

  @Override
  public void close() throws IOException {
    ofQueries.close();
    ofDocuments.close();
    reader.close();
    directory.close();
  }
}
