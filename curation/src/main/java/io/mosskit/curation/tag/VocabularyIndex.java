package io.mosskit.curation.tag;

import io.mosskit.curation.tag.Grams.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/// Learns a vocabulary from a Lucene index of labelled words: the terms that occur in two of them
/// or more, and how rare each is.
final class VocabularyIndex {

  private static final int LEAST_FREQUENCY = 2;

  private VocabularyIndex() {}

  static Vocabulary of(List<Words> examples, Grams grams) {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(grams))) {
        for (Words words : examples) {
          writer.addDocument(document(words));
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        return vocabulary(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  private static Document document(Words words) {
    Document document = new Document();
    for (Part part : Part.values()) {
      document.add(new TextField(part.name(), part.of(words), Field.Store.NO));
    }
    return document;
  }

  private static Vocabulary vocabulary(DirectoryReader reader) throws IOException {
    Map<Integer, Float> inverseFrequencies = new TreeMap<>();
    for (Part part : Part.values()) {
      Terms terms = MultiTerms.getTerms(reader, part.name());
      if (terms != null) {
        add(part, terms.iterator(), reader.numDocs(), inverseFrequencies);
      }
    }
    int[] hashes = new int[inverseFrequencies.size()];
    float[] values = new float[hashes.length];
    int number = 0;
    for (Map.Entry<Integer, Float> feature : inverseFrequencies.entrySet()) {
      hashes[number] = feature.getKey();
      values[number++] = feature.getValue();
    }
    return new Vocabulary(hashes, values);
  }

  private static void add(Part part, TermsEnum terms, int examples, Map<Integer, Float> found)
      throws IOException {
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      int frequency = terms.docFreq();
      if (frequency >= LEAST_FREQUENCY) {
        double inverse = Math.log((1.0 + examples) / (1 + frequency)) + 1;
        found.putIfAbsent(Vocabulary.hash(part.mark(), term.utf8ToString()), (float) inverse);
      }
    }
  }
}
