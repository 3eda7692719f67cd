package io.mosskit.curation.neighbour;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.VectorUtil;

/// Which records of a batch are about the same as others: greedy by priority, one dropped only
/// against a kept one whose vector is near enough. Neighbours are found in a Lucene HNSW graph on
/// disk; what it passes over stays in the corpus, and nothing is dropped but for an exactly
/// computed cosine.
///
/// Add the vectors in the order of the input, then ask for [#verdicts]. Not thread-safe.
///
/// Source: Malkov, Yashunin 2018, *Efficient and robust approximate nearest neighbor search using
/// Hierarchical Navigable Small World graphs*.
public final class SemanticDuplicates implements AutoCloseable {
  static final String VECTOR = "vector";

  private static final int NONE = -1;

  private final Directory directory;
  private final IndexWriter writer;

  /// From a hash of a vector to its number. Equal vectors are one node of the graph: a crowd of
  /// them would have nobody else for neighbours, and the rest of the graph could not be reached.
  private final Map<Long, Integer> nodes = new HashMap<>();

  /// For each record its vector's number.
  private int[] nodeOf = new int[1024];

  private int records;
  private int dimensions;

  private SemanticDuplicates(Directory directory, IndexWriter writer) {
    this.directory = directory;
    this.writer = writer;
  }

  /// Begins a batch.
  ///
  /// @param folder for the graph, which is made anew; it may be removed afterwards
  public static SemanticDuplicates in(Path folder) throws IOException {
    Directory directory = FSDirectory.open(folder);
    try {
      return new SemanticDuplicates(directory, new IndexWriter(directory, VectorFormat.settings()));
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /// Adds the vector of the next record.
  ///
  /// @param vector of as many numbers as the others, finite; brought to length 1. One of zeros, or
  ///   without numbers, is near no other
  public void add(float[] vector) throws IOException {
    if (dimensions == 0) {
      dimensions = vector.length;
    }
    if (vector.length != dimensions && vector.length > 0) {
      throw new IllegalArgumentException(
          "vectors of %d and of %d numbers".formatted(dimensions, vector.length));
    }
    if (records == nodeOf.length) {
      nodeOf = Arrays.copyOf(nodeOf, 2 * records);
    }
    nodeOf[records++] = node(vector);
  }

  private int node(float[] vector) throws IOException {
    if (vector.length == 0) {
      return NONE;
    }
    VectorUtil.checkFinite(vector);
    float[] unit = VectorUtil.l2normalize(vector.clone(), false);
    if (VectorUtil.dotProduct(unit, unit) == 0) {
      return NONE;
    }
    long hash = Vectors.hash(unit);
    Integer known = nodes.putIfAbsent(hash, nodes.size());
    if (known != null) {
      return known;
    }
    Document document = new Document();
    document.add(new KnnFloatVectorField(VECTOR, unit, VectorSimilarityFunction.DOT_PRODUCT));
    writer.addDocument(document);
    return nodes.size() - 1;
  }

  /// How many records have been added.
  public int size() {
    return records;
  }

  /// Judges the records in the order of their numbers.
  public SemanticVerdicts verdicts(double threshold) throws IOException {
    int[] order = new int[records];
    Arrays.setAll(order, i -> i);
    return verdicts(threshold, order);
  }

  /// Judges all records.
  ///
  /// @param threshold the least cosine of duplicates, above 0 and up to 1
  /// @param priority the numbers of all records, the one first that is rather kept
  public SemanticVerdicts verdicts(double threshold, int[] priority) throws IOException {
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("a threshold above 0 and up to 1, not " + threshold);
    }
    if (priority.length != records) {
      throw new IllegalArgumentException(
          "an order of %d records, not of %d".formatted(records, priority.length));
    }
    if (nodes.isEmpty()) {
      int[] all = new int[records];
      Arrays.fill(all, SemanticVerdicts.KEPT);
      return new SemanticVerdicts(all, new float[records]);
    }
    writer.forceMerge(1); // the vectors' numbers are then the documents'
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      return greedy(new Vectors(reader.leaves().getFirst().reader()), threshold, priority);
    }
  }

  /// A kept record marks its neighbours; who is marked when his turn comes is dropped against the
  /// nearest that marked him, all of whom came before him. Who is not looks for neighbours himself,
  /// and for kept ones among them: the graph leads from one vector to another more surely in either
  /// direction than in one.
  private SemanticVerdicts greedy(Vectors vectors, double threshold, int[] priority)
      throws IOException {
    Verdicts verdicts = new Verdicts(records, nodes.size());
    for (int record : priority) {
      int node = nodeOf[record];
      if (node != NONE && !verdicts.dropMarked(record, node)) {
        List<Vectors.Neighbour> near = vectors.near(node, threshold);
        for (Vectors.Neighbour neighbour : near) {
          verdicts.markByKept(node, neighbour);
        }
        if (!verdicts.dropMarked(record, node)) {
          verdicts.keep(record, node, near);
        }
      }
    }
    return new SemanticVerdicts(verdicts.twins, verdicts.scores);
  }

  /// What is decided so far.
  private static final class Verdicts {
    private final int[] twins;
    private final float[] scores;

    /// For each node the kept record there.
    private final int[] keptAt;

    /// For each node the nearest kept record.
    private final int[] markedBy;

    private final float[] marks;

    Verdicts(int records, int nodes) {
      twins = new int[records];
      scores = new float[records];
      keptAt = new int[nodes];
      markedBy = new int[nodes];
      marks = new float[nodes];
      Arrays.fill(twins, SemanticVerdicts.KEPT);
      Arrays.fill(keptAt, NONE);
      Arrays.fill(markedBy, NONE);
    }

    boolean dropMarked(int record, int node) {
      if (markedBy[node] == NONE) {
        return false;
      }
      twins[record] = markedBy[node];
      scores[record] = marks[node];
      return true;
    }

    /// Marks a node where a neighbour of it is kept.
    void markByKept(int node, Vectors.Neighbour neighbour) {
      int kept = keptAt[neighbour.node()];
      if (kept != NONE) {
        mark(node, kept, neighbour.cosine());
      }
    }

    void keep(int record, int node, List<Vectors.Neighbour> near) {
      keptAt[node] = record;
      mark(node, record, 1);
      for (Vectors.Neighbour neighbour : near) {
        mark(neighbour.node(), record, neighbour.cosine());
      }
    }

    private void mark(int node, int kept, float cosine) {
      if (cosine > marks[node]) {
        markedBy[node] = kept;
        marks[node] = cosine;
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      writer.rollback();
    }
  }
}
