package io.mosskit.curation.neighbour;

import io.mosskit.curation.duplicate.Shingles;
import io.mosskit.curation.duplicate.Sketch;
import io.mosskit.curation.duplicate.Sketcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/// Everything curated before, as an index on disk: of each kept record its id, the bands of its
/// signature as terms, and its shingles. What the bands find is verified by the exact Jaccard
/// similarity, as in a single run.
///
/// Memory does not grow with the index: the operating system keeps in memory what it has room for,
/// the heap holds a block of questions. An opened index is what was committed before, whatever is
/// added meanwhile. Thread-safe.
public final class CuratedIndex implements AutoCloseable {
  static final String ID = "id";
  static final String SKETCH = "sketch";
  static final String BAND = "band";

  /// Questions that are looked up together: their terms are sorted, and those that lie side by side
  /// on disk are read side by side.
  private static final int BLOCK = 8192;

  private final Path folder;
  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexForm form;
  private final List<Batch> batches;

  private CuratedIndex(
      Path folder,
      Directory directory,
      DirectoryReader reader,
      IndexForm form,
      List<Batch> batches) {
    this.folder = folder;
    this.directory = directory;
    this.reader = reader;
    this.form = form;
    this.batches = batches;
  }

  /// Opens an index as it was committed last.
  ///
  /// @throws NoSuchFileException where there is none
  /// @throws IndexMismatchException where this version cannot read it
  public static CuratedIndex open(Path folder) throws IOException {
    if (!isIn(folder)) {
      throw new NoSuchFileException(
          folder.toString(),
          null,
          "holds no index of curated records; mosskit index add or curate --against makes one");
    }
    Directory directory = FSDirectory.open(folder);
    try {
      DirectoryReader reader = DirectoryReader.open(directory);
      try {
        Map<String, String> properties = reader.getIndexCommit().getUserData();
        IndexForm form = IndexForm.of(folder, properties);
        return new CuratedIndex(folder, directory, reader, form, Batch.of(folder, properties));
      } catch (IOException | RuntimeException e) {
        reader.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /// Whether a folder holds a Lucene index.
  public static boolean isIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Directory directory = FSDirectory.open(folder)) {
      return DirectoryReader.indexExists(directory);
    }
  }

  /// What its sketches are made of.
  public IndexForm form() {
    return form;
  }

  /// How many records are in it.
  public int size() {
    return reader.numDocs();
  }

  /// What was added together, the oldest first.
  public List<Batch> batches() {
    return batches;
  }

  /// How many records were there before a batch: all of them where it has not been added. A run
  /// that was killed after its batch joined, and is repeated, asks those alone, and gets the
  /// answers that it got the first time.
  public int sizeBefore(String batch) {
    int records = 0;
    for (Batch earlier : batches) {
      if (earlier.name().equals(batch)) {
        return records;
      }
      records += earlier.records();
    }
    return size();
  }

  /// The twin of one text; for many texts [#twinsOf] is several times as fast.
  public Optional<PastTwin> twinOf(Shingles text, double threshold) throws IOException {
    return twinsOf(List.of(text), threshold, size()).getFirst();
  }

  /// The twins of texts among all records, in the order of the texts.
  public List<Optional<PastTwin>> twinsOf(List<Shingles> texts, double threshold)
      throws IOException {
    return twinsOf(texts, threshold, size());
  }

  /// For each text the record with the same text, else the most similar one at or above the
  /// threshold, and of several such the one that was added first. Empty for a text without units.
  ///
  /// @param texts by their shingles; how many is a matter of the caller's memory
  /// @param threshold not below that of [#form]
  /// @param first how many of the records are asked, the oldest first; see [#sizeBefore]
  /// @throws IndexMismatchException where the bands would miss twins at this threshold
  public List<Optional<PastTwin>> twinsOf(List<Shingles> texts, double threshold, int first)
      throws IOException {
    form.requireThreshold(folder, threshold);
    Sketcher sketcher = form.sketcher();
    List<Optional<PastTwin>> twins = new ArrayList<>(texts.size());
    for (int from = 0; from < texts.size(); from += BLOCK) {
      List<Sketch> block =
          texts.subList(from, Math.min(from + BLOCK, texts.size())).stream()
              .map(sketcher::sketch)
              .toList();
      twins.addAll(new Lookup(reader, form.banding().bands(), block, threshold, first).twins());
    }
    return twins;
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      reader.close();
    }
  }

  /// Ids may hold halves of surrogate pairs, which UTF-8 cannot say; they become `?`.
  static BytesRef utf8(String text) {
    return new BytesRef(text.getBytes(StandardCharsets.UTF_8));
  }
}
