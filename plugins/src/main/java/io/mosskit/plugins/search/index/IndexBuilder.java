package io.mosskit.plugins.search.index;

import io.mosskit.plugins.search.documents.Documents;
import io.mosskit.plugins.search.documents.Sink;
import io.mosskit.plugins.search.documents.SourceDocument;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;

/// Writes an index of documents.
///
/// The same documents give the same answers, whatever order they came in, on every machine: one
/// writer sorts them by their SHA-256 and merges them into one segment, so that ties are decided by
/// content; equal documents are indexed once; scores are exact sums ([ExactBm25]). The fingerprint
/// is the SHA-256 over the format's version and the sorted keys.
///
/// The writer's memory is bounded; an index appears, or replaces an older one, with its last step.
public final class IndexBuilder {

  private static final double BUFFER_MIB = 64;
  private static final int PROGRESS_EVERY = 256;

  private IndexBuilder() {}

  /// Where rejections go.
  @FunctionalInterface
  public interface Rejects {
    void accept(Rejection rejection) throws IOException;
  }

  /// Indexes documents into a folder, which must be absent, empty or an older index.
  ///
  /// @throws IOException where a file cannot be read or written, the folder holds something else,
  ///   or there is not one document
  public static IndexReport build(
      Documents documents, Path folder, Rejects rejects, Progress progress) throws IOException {
    requireReplaceable(folder);
    Files.createDirectories(folder);
    try (Directory directory = FSDirectory.open(folder)) {
      return build(documents, directory, folder.toString(), rejects, progress);
    } catch (LockObtainFailedException e) {
      throw failure(folder, "another process is writing this index; wait for its end", e);
    }
  }

  /// Indexes documents into memory: for collections of a few thousand.
  ///
  /// @throws IOException where a file cannot be read, or there is not one document
  public static DocumentIndex inMemory(Documents documents, Rejects rejects) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    build(documents, directory, "the index", rejects, Progress.NONE);
    return DocumentIndex.open(directory, "the index in memory");
  }

  private static void requireReplaceable(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new FileSystemException(folder.toString(), null, "is a file; name a folder");
    }
    try (Stream<Path> content = Files.list(folder);
        Directory directory = FSDirectory.open(folder)) {
      if (content.findAny().isPresent() && !DirectoryReader.indexExists(directory)) {
        throw new FileSystemException(
            folder.toString(), null, "holds other files than an index; name an empty folder");
      }
    }
  }

  private static IndexReport build(
      Documents documents, Directory directory, String name, Rejects rejects, Progress progress)
      throws IOException {
    IndexWriterConfig settings =
        new IndexWriterConfig(BilingualAnalyzer.forDocuments())
            .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
            .setSimilarity(new ExactBm25())
            .setIndexSort(new Sort(new SortField(IndexFormat.KEY, SortField.Type.STRING)))
            .setMergeScheduler(new SerialMergeScheduler())
            .setRAMBufferSizeMB(BUFFER_MIB)
            .setCommitOnClose(false);
    try (IndexWriter writer = new IndexWriter(directory, settings)) {
      Filling filling = new Filling(writer, documents.bytes(), rejects, progress);
      documents.read(filling);
      writer.forceMerge(1);
      IndexReport report = filling.report();
      if (report.documents() == 0) {
        throw new FileSystemException(
            name, null, "not one document was found (%d rejected)".formatted(report.rejected()));
      }
      Map<String, String> entries = new LinkedHashMap<>();
      entries.put(IndexFormat.FORMAT_ENTRY, IndexFormat.VERSION);
      entries.put(IndexFormat.FINGERPRINT_ENTRY, report.fingerprint());
      writer.setLiveCommitData(entries.entrySet());
      writer.commit();
      return report;
    }
  }

  private static FileSystemException failure(Path folder, String reason, IOException cause) {
    FileSystemException failure = new FileSystemException(folder.toString(), null, reason);
    failure.initCause(cause);
    return failure;
  }

  /// Puts what is read into a writer.
  private static final class Filling implements Sink {
    private final IndexWriter writer;
    private final long total;
    private final Rejects rejects;
    private final Progress progress;
    private long read;
    private long rejected;
    private long passedOver;
    private long bytes;

    Filling(IndexWriter writer, long total, Rejects rejects, Progress progress) {
      this.writer = writer;
      this.total = total;
      this.rejects = rejects;
      this.progress = progress;
    }

    @Override
    public void document(SourceDocument document) throws IOException {
      String key = key(document);
      Document fields = new Document();
      fields.add(new StringField(IndexFormat.KEY, key, Field.Store.NO));
      fields.add(new SortedDocValuesField(IndexFormat.KEY, new BytesRef(key)));
      fields.add(new TextField(IndexFormat.TITLE, document.title(), Field.Store.YES));
      fields.add(new TextField(IndexFormat.TEXT, document.text(), Field.Store.YES));
      fields.add(new StoredField(IndexFormat.SOURCE, document.source()));
      writer.updateDocument(new Term(IndexFormat.KEY, key), fields);
      if (++read % PROGRESS_EVERY == 0) {
        tell();
      }
    }

    private void tell() {
      progress.at(
          new Progress.Step(
              "index", bytes, total, "bytes", Map.of("documents", read, "rejected", rejected)));
    }

    @Override
    public void reject(Rejection rejection) throws IOException {
      rejected++;
      rejects.accept(rejection);
    }

    @Override
    public void passOver() {
      passedOver++;
    }

    @Override
    public void read(long newBytes) {
      bytes = newBytes;
    }

    /// What has been indexed, after the merge.
    IndexReport report() throws IOException {
      tell();
      MessageDigest digest = sha256();
      digest.update(utf8("mosskit search index " + IndexFormat.VERSION));
      long documents = 0;
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        for (LeafReaderContext leaf : reader.leaves()) {
          SortedDocValues keys = leaf.reader().getSortedDocValues(IndexFormat.KEY);
          while (keys.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            digest.update(utf8(keys.lookupOrd(keys.ordValue()).utf8ToString()));
            documents++;
          }
        }
      }
      String fingerprint = HexFormat.of().formatHex(digest.digest());
      return new IndexReport(documents, read - documents, rejected, passedOver, fingerprint);
    }
  }

  private static String key(SourceDocument document) {
    MessageDigest digest = sha256();
    for (String part : new String[] {document.title(), document.text(), document.source()}) {
      byte[] bytes = utf8(part);
      digest.update(utf8(bytes.length + ":")); // so that no two documents have one spelling
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
