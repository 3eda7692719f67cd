package io.mosskit.curation.contamination;

import io.mosskit.schema.io.Compression;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Reads evaluation sets as they are published, each plain, `.gz` or `.zst`, in UTF-8:
///
/// - `.jsonl`, `.ndjson`, `.json`: an object an item, among them those of lm-evaluation-harness and
///   the samples it logs;
/// - `.csv`, `.tsv`: a row an item, with a header as C-Eval and CMMLU have it, or without as MMLU;
/// - `.txt`, `.md`: an item a paragraph, paragraphs apart by blank lines; in a folder `.md` is
///   taken for a page about the set.
public final class EvaluationFiles {

  private static final String PAGE = ".md";

  private static final Map<String, ItemReader> READERS =
      Map.of(
          ".jsonl",
          ItemReader.JSON,
          ".ndjson",
          ItemReader.JSON,
          ".json",
          ItemReader.JSON,
          ".csv",
          ItemReader.COMMAS,
          ".tsv",
          ItemReader.TABS,
          ".txt",
          ItemReader.PARAGRAPHS,
          PAGE,
          ItemReader.PARAGRAPHS);

  private EvaluationFiles() {}

  /// Reads one set: a file, or all files of these kinds below a folder. Each item has an id of its
  /// own: in a folder it begins with where its file lies, `dev/agronomy-2`.
  ///
  /// @param fields where the texts of an item stand, the question first; where empty, under the
  ///   names that evaluation sets usually have
  /// @throws IOException if a file cannot be read or is of another kind, or if an item cannot be
  ///   read or has no text, naming the line: a set with holes protects nothing
  public static EvaluationSet read(String name, Path path, List<String> fields) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    ItemFields itemFields = new ItemFields(fields);
    List<EvaluationItem> items = new ArrayList<>();
    if (Files.isDirectory(path)) {
      for (Path file : filesIn(path)) {
        Path below = path.relativize(file).getParent();
        String folders = below == null ? "" : below.toString().replace('\\', '/') + "/";
        String prefix = nameOf(file) + "-";
        for (EvaluationItem item : items(file, itemFields)) {
          String id = item.id().startsWith(prefix) ? item.id() : prefix + item.id();
          items.add(new EvaluationItem(folders + id, item.texts()));
        }
      }
    } else {
      items.addAll(items(path, itemFields));
    }
    if (items.isEmpty()) {
      throw new FileSystemException(path.toString(), null, "holds no item of an evaluation set");
    }
    return new EvaluationSet(name, withOwnIds(items));
  }

  /// Items that bear the id of an earlier one get a number, `7#2`: findings are counted by it.
  private static List<EvaluationItem> withOwnIds(List<EvaluationItem> items) {
    Set<String> taken = new HashSet<>();
    Map<String, Integer> times = new HashMap<>();
    List<EvaluationItem> own = new ArrayList<>(items.size());
    for (EvaluationItem item : items) {
      String id = item.id();
      while (!taken.add(id)) {
        id = item.id() + "#" + times.merge(item.id(), 2, (before, _) -> before + 1);
      }
      own.add(id.equals(item.id()) ? item : new EvaluationItem(id, item.texts()));
    }
    return own;
  }

  /// The name of a set whose user gives it none: that of its file without endings.
  public static String nameOf(Path path) {
    String base = String.valueOf(path.toAbsolutePath().normalize().getFileName());
    int dot = base.indexOf('.');
    return dot <= 0 ? base : base.substring(0, dot);
  }

  private static List<EvaluationItem> items(Path file, ItemFields fields) throws IOException {
    ItemReader reader = READERS.get(ending(file));
    if (reader == null) {
      throw new FileSystemException(
          file.toString(),
          null,
          "expected an evaluation set as .jsonl, .json, .csv, .tsv, .txt or .md, plain, .gz or .zst");
    }
    return reader.read(file, fields);
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile)
          .filter(file -> READERS.containsKey(ending(file)) && !ending(file).equals(PAGE))
          .sorted()
          .toList();
    }
  }

  private static String ending(Path file) {
    String name = Compression.baseName(file);
    return name.substring(Math.max(0, name.lastIndexOf('.')));
  }
}
