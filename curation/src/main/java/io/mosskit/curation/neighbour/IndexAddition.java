package io.mosskit.curation.neighbour;

import io.mosskit.curation.duplicate.Shingles;
import io.mosskit.curation.duplicate.Sketch;
import io.mosskit.curation.duplicate.Sketcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;

/// A batch of kept records on its way into an index. All of it joins with [#commit], or nothing:
/// until then, and after a process was killed at whatever instant, the index is the old one. Not
/// thread-safe: the order of the calls is the order in which records are kept.
public final class IndexAddition implements AutoCloseable {
  private static final double BUFFER_MEGABYTES = 64;

  private final IndexForm form;
  private final List<Batch> batches;
  private final String name;
  private final Directory directory;
  private final IndexWriter writer;
  private final Sketcher sketcher;
  private final Document document = new Document();
  private final BytesRef[] terms;
  private final Field id = new BinaryDocValuesField(CuratedIndex.ID, new BytesRef());
  private final Field sketched = new BinaryDocValuesField(CuratedIndex.SKETCH, new BytesRef());
  private int records;

  private IndexAddition(
      IndexForm form, List<Batch> batches, String name, Directory directory, IndexWriter writer) {
    this.form = form;
    this.batches = batches;
    this.name = name;
    this.directory = directory;
    this.writer = writer;
    this.sketcher = form.sketcher();
    this.terms = new BytesRef[form.banding().bands()];
    document.add(id);
    document.add(sketched);
    for (int band = 0; band < terms.length; band++) {
      terms[band] = StoredSketch.newTerm();
      document.add(new StringField(CuratedIndex.BAND, terms[band], Field.Store.NO));
    }
  }

  /// Begins a batch; the index is made where it is absent.
  ///
  /// @param form that of [IndexForm#in]
  /// @param name tells the batch from others in the index
  /// @throws IndexMismatchException where the index is of another form, or has that batch already
  public static IndexAddition to(Path folder, IndexForm form, String name) throws IOException {
    Files.createDirectories(folder);
    Directory directory = FSDirectory.open(folder);
    try {
      // the lock first: what is read of the index then stays true
      IndexWriter writer = new IndexWriter(directory, settings());
      try {
        List<Batch> batches = batches(directory, folder, form);
        if (batches.stream().anyMatch(batch -> batch.name().equals(name))) {
          throw new IndexMismatchException(
              "%s has the batch %s already: give this one another name".formatted(folder, name));
        }
        return new IndexAddition(form, batches, name, directory, writer);
      } catch (IOException | RuntimeException e) {
        writer.rollback();
        throw e;
      }
    } catch (LockObtainFailedException e) {
      directory.close();
      throw new IOException(folder + " is being added to by another process; wait for its end", e);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static List<Batch> batches(Directory directory, Path folder, IndexForm form)
      throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return List.of();
    }
    try (CuratedIndex index = CuratedIndex.open(folder)) {
      index.form().requireSame(folder, form);
      return index.batches();
    }
  }

  private static IndexWriterConfig settings() {
    return new IndexWriterConfig()
        .setCommitOnClose(false)
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        // merges neighbours alone, so that the documents stay in the order of the additions
        .setMergePolicy(new LogDocMergePolicy());
  }

  /// Adds a kept record. One whose text has no units is not added: nothing is its duplicate.
  ///
  /// @param recordId names it when it turns out to be a twin
  /// @param text by its shingles
  public void add(String recordId, Shingles text) throws IOException {
    if (text.isEmpty()) {
      return;
    }
    Sketch sketch = sketcher.sketch(text);
    id.setBytesValue(CuratedIndex.utf8(recordId));
    sketched.setBytesValue(StoredSketch.bytes(text));
    for (int band = 0; band < terms.length; band++) {
      StoredSketch.write(StoredSketch.bandTerm(sketch, band), terms[band]);
    }
    writer.addDocument(document);
    records++;
  }

  /// How many records have been added.
  public int size() {
    return records;
  }

  /// Makes the batch part of the index, all at once.
  public void commit() throws IOException {
    prepare();
    writer.commit();
  }

  /// Writes all but the one file that makes it count.
  void prepare() throws IOException {
    List<Batch> all = new ArrayList<>(batches);
    all.add(new Batch(name, records));
    writer.setLiveCommitData(Batch.properties(form, all).entrySet());
    writer.prepareCommit();
  }

  /// Ends the work; what was not committed is gone.
  @Override
  public void close() throws IOException {
    try (directory) {
      writer.rollback();
    }
  }
}
