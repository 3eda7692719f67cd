package io.mosskit.curation.neighbour;

import io.mosskit.curation.duplicate.Shingles;
import io.mosskit.curation.duplicate.Sketch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/// A block of questions to an index. Both the terms and the records that they lead to are sorted
/// before they are read, so that the index is passed from its beginning to its end.
final class Lookup {
  /// Room for the number of a question in a term's number.
  private static final int QUESTION_BITS = 13;

  private static final int NONE = -1;

  /// Candidates that are gathered before they are verified: 8 MB of them.
  private static final int MOST_CANDIDATES = 1 << 20;

  private final DirectoryReader reader;
  private final List<Sketch> questions;
  private final double threshold;
  private final int first;

  /// Band terms with the number of their question below, ascending.
  private final long[] terms;

  /// A document with the number of a question below.
  private long[] candidates = new long[1024];

  private int candidateCount;

  private final int[] twin;
  private final double[] score;
  private final boolean[] sameText;

  Lookup(DirectoryReader reader, int bands, List<Sketch> questions, double threshold, int first) {
    this.reader = reader;
    this.questions = questions;
    this.threshold = threshold;
    this.first = first;
    this.terms = terms(questions, bands);
    this.twin = new int[questions.size()];
    Arrays.fill(twin, NONE);
    this.score = new double[questions.size()];
    this.sameText = new boolean[questions.size()];
  }

  private static long[] terms(List<Sketch> questions, int bands) {
    long[] terms = new long[questions.size() * bands];
    int count = 0;
    for (int question = 0; question < questions.size(); question++) {
      Sketch sketch = questions.get(question);
      if (!sketch.shingles().isEmpty()) {
        for (int band = 0; band < bands; band++) {
          terms[count++] = (StoredSketch.bandTerm(sketch, band) << QUESTION_BITS) | question;
        }
      }
    }
    long[] asked = Arrays.copyOf(terms, count);
    Arrays.sort(asked);
    return asked;
  }

  List<Optional<PastTwin>> twins() throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      if (leaf.docBase < first) {
        look(leaf);
      }
    }
    List<Optional<PastTwin>> twins = new ArrayList<>(questions.size());
    for (int question = 0; question < twin.length; question++) {
      twins.add(
          twin[question] == NONE
              ? Optional.empty()
              : Optional.of(new PastTwin(id(twin[question]), score[question], sameText[question])));
    }
    return twins;
  }

  private void look(LeafReaderContext leaf) throws IOException {
    Terms inLeaf = leaf.reader().terms(CuratedIndex.BAND);
    if (inLeaf == null) {
      return;
    }
    TermsEnum seek = inLeaf.iterator();
    BytesRef term = StoredSketch.newTerm();
    PostingsEnum postings = null;
    for (int from = 0, to; from < terms.length; from = to) {
      long number = terms[from] >>> QUESTION_BITS;
      to = from + 1;
      while (to < terms.length && terms[to] >>> QUESTION_BITS == number) {
        to++;
      }
      StoredSketch.write(number, term);
      if (seek.seekExact(term)) {
        postings = seek.postings(postings, PostingsEnum.NONE);
        gather(postings, leaf, from, to);
      }
    }
    verify(leaf);
  }

  /// Notes the documents of a term for the questions that have it.
  private void gather(PostingsEnum postings, LeafReaderContext leaf, int from, int to)
      throws IOException {
    int end = Math.min(leaf.reader().maxDoc(), first - leaf.docBase);
    for (int doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS && doc < end;
        doc = postings.nextDoc()) {
      for (int i = from; i < to; i++) {
        if (candidateCount == MOST_CANDIDATES) {
          verify(leaf);
        }
        candidates = ArrayUtil.grow(candidates, candidateCount + 1);
        long question = terms[i] & ((1 << QUESTION_BITS) - 1);
        candidates[candidateCount++] = ((long) doc << 32) | question;
      }
    }
  }

  /// Compares what was gathered, each document read once, and forgets it.
  private void verify(LeafReaderContext leaf) throws IOException {
    Arrays.sort(candidates, 0, candidateCount);
    BinaryDocValues stored = leaf.reader().getBinaryDocValues(CuratedIndex.SKETCH);
    int doc = NONE;
    Stored record = new Stored(new BytesRef());
    for (int i = 0; i < candidateCount; i++) {
      if (i > 0 && candidates[i] == candidates[i - 1]) {
        continue; // it agrees in several bands
      }
      if ((int) (candidates[i] >>> 32) != doc) {
        doc = (int) (candidates[i] >>> 32);
        if (!stored.advanceExact(doc)) {
          throw new IOException("record " + (leaf.docBase + doc) + " of the index has no sketch");
        }
        record = new Stored(stored.binaryValue());
      }
      compare((int) candidates[i], leaf.docBase + doc, record);
    }
    candidateCount = 0;
  }

  /// The bytes of a record, read only where its size makes it worth while.
  private static final class Stored {
    private final BytesRef bytes;
    private final int size;
    private Shingles shingles = Shingles.NONE;

    Stored(BytesRef bytes) {
      this.bytes = bytes;
      this.size = StoredSketch.size(bytes);
    }

    Shingles shingles() {
      if (shingles.isEmpty()) {
        shingles = StoredSketch.shingles(bytes);
      }
      return shingles;
    }
  }

  private void compare(int question, int record, Stored stored) {
    Shingles asked = questions.get(question).shingles();
    double bound =
        (double) Math.min(asked.size(), stored.size) / Math.max(asked.size(), stored.size);
    if (bound < threshold || bound < score[question]) {
      return;
    }
    double similarity = asked.jaccard(stored.shingles());
    boolean same = similarity == 1 && asked.sameText(stored.shingles());
    if (similarity >= threshold && isBetter(question, record, similarity, same)) {
      twin[question] = record;
      score[question] = similarity;
      sameText[question] = same;
    }
  }

  private boolean isBetter(int question, int record, double similarity, boolean same) {
    if (twin[question] == NONE) {
      return true;
    }
    if (same != sameText[question]) {
      return same;
    }
    return similarity > score[question]
        || (similarity == score[question] && record < twin[question]);
  }

  private String id(int record) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(record, leaves));
    BinaryDocValues ids = leaf.reader().getBinaryDocValues(CuratedIndex.ID);
    if (!ids.advanceExact(record - leaf.docBase)) {
      throw new IOException("record " + record + " of the index has no id");
    }
    return ids.binaryValue().utf8ToString();
  }
}
