package io.mosskit.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.mosskit.plugins.search.SearchException;
import io.mosskit.plugins.search.documents.DocumentFields;
import io.mosskit.plugins.search.documents.Documents;
import io.mosskit.plugins.search.index.DocumentIndex;
import io.mosskit.plugins.search.index.IndexBuilder;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.progress.Progress;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/// A search in an index against reading all documents for the query's words, and the size of the
/// index against that of the documents; all in one run.
///
/// Documents are made of the sentences of given ones, drawn at random from one file each, so that
/// none mixes languages; queries are the beginnings of these sentences.
///
/// Arguments: a folder of documents such as `datasets/documents`; how many to make (100000);
/// queries a round (200); rounds (5).
public final class SearchBenchmark {

  private static final int SENTENCES = 12;

  private SearchBenchmark() {}

  public static void main(String[] args) throws IOException, JsonException, SearchException {
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    int queries = args.length > 2 ? Integer.parseInt(args[2]) : 200;
    int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 5;
    Path folder = Files.createTempDirectory("mosskit-search");
    try {
      List<List<String>> sentences = sentences(Path.of(args[0]));
      List<String> texts = write(sentences, count, folder.resolve("documents.jsonl"));
      measure(folder, texts, queries(sentences, queries), rounds);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /// The sentences of each file.
  private static List<List<String>> sentences(Path folder) throws IOException, JsonException {
    List<List<String>> sentences = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        List<String> ofFile = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
          if (Json.parse(line) instanceof Json.Obj document
              && document.get("text") instanceof Json.Str(String text)) {
            ofFile.addAll(List.of(text.split("(?<=。)|(?<=\\.) ")));
          }
        }
        sentences.add(ofFile);
      }
    }
    return sentences;
  }

  private static List<String> write(List<List<String>> sentences, int count, Path file)
      throws IOException {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < count; i++) {
        List<String> from = sentences.get(i % sentences.size());
        StringBuilder text = new StringBuilder("Nr. ").append(i).append(' ');
        for (int s = 0; s < SENTENCES; s++) {
          text.append(from.get(random.nextInt(from.size()))).append(' ');
        }
        texts.add(text.toString());
        out.write(Json.object().put("text", text.toString()).build().text());
        out.write('\n');
      }
    }
    return texts;
  }

  private static List<String> queries(List<List<String>> sentences, int count) {
    Random random = new Random(11);
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> from = sentences.get(i % sentences.size());
      String sentence = from.get(random.nextInt(from.size()));
      int length = Math.min(sentence.length(), sentence.contains("。") ? 10 : 30);
      queries.add(sentence.substring(0, length));
    }
    return queries;
  }

  private static void measure(Path folder, List<String> texts, List<String> queries, int rounds)
      throws IOException, SearchException {
    Path file = folder.resolve("documents.jsonl");
    Path made = folder.resolve("index");
    double indexing = -cpuSeconds();
    Documents documents = Documents.in(List.of(file), DocumentFields.DEFAULT);
    IndexBuilder.build(documents, made, _ -> {}, Progress.NONE);
    indexing += cpuSeconds();
    double[] searched = new double[rounds];
    double[] scanned = new double[rounds];
    long hits = 0;
    long found = 0;
    try (DocumentIndex index = DocumentIndex.open(made)) {
      for (int round = 0; round < rounds; round++) {
        searched[round] = -cpuSeconds();
        hits = 0;
        for (String query : queries) {
          hits += index.search(query, 3, 400).size();
        }
        searched[round] += cpuSeconds();
        scanned[round] = -cpuSeconds();
        found = texts.stream().filter(text -> text.contains(queries.getFirst())).count();
        scanned[round] += cpuSeconds();
      }
    }
    double search = median(searched) / queries.size();
    System.out.printf(
        Locale.ROOT,
        "%,d documents, %,d bytes; index %.2f of them; %,d hits for %,d queries, %,d for a scan%n",
        texts.size(),
        Files.size(file),
        size(made) / (double) Files.size(file),
        hits,
        queries.size(),
        found);
    System.out.printf(
        Locale.ROOT,
        "a search takes %.4f of a scan for one phrase; making the index as long as %,.0f scans"
            + " (CPU time, medians of %d rounds)%n",
        search / median(scanned),
        indexing / median(scanned),
        rounds);
  }

  private static long size(Path folder) throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        size += Files.size(file);
      }
    }
    return size;
  }

  private static double cpuSeconds() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
