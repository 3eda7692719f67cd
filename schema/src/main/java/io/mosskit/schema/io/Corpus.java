package io.mosskit.schema.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/// The files of a corpus, in the order in which they are read: as named, and inside a folder by
/// name with numbers compared as numbers (`conversation_2` before `conversation_10`).
///
/// Read are `.jsonl`, `.ndjson` and `.json` (one object, an array of objects, or lines), each
/// plain, `.gz` or `.zst`. Other files of a folder are left alone; so are those whose records are
/// of another kind by their name: `rejected.jsonl`.
public final class Corpus {

  private static final List<String> EXTENSIONS = List.of(".jsonl", ".ndjson", ".json");
  private static final List<String> COMPRESSIONS = List.of("", ".gz", ".zst");

  private final List<Path> files;
  private final ReadOptions options;

  private Corpus(List<Path> files, ReadOptions options) {
    this.files = List.copyOf(files);
    this.options = options;
  }

  /// The corpus in these files and folders, with default options.
  ///
  /// @throws NoSuchFileException if one of them does not exist, or a folder holds nothing to read
  public static Corpus of(Path... paths) throws IOException {
    return of(List.of(paths), ReadOptions.defaults());
  }

  /// The corpus in these files and folders.
  ///
  /// @throws NoSuchFileException if one of them does not exist, or a folder holds nothing to read
  public static Corpus of(List<Path> paths, ReadOptions options) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString(), null, "no such file or folder");
      }
      List<Path> found = Files.isDirectory(path) ? filesIn(path) : List.of(path);
      if (found.isEmpty()) {
        throw new NoSuchFileException(
            path.toString(), null, "the folder holds no .jsonl, .ndjson or .json file");
      }
      files.addAll(found);
    }
    return new Corpus(files, options);
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile)
          .filter(Corpus::isReadable)
          .sorted(Comparator.comparing(path -> folder.relativize(path).toString(), NATURAL))
          .toList();
    }
  }

  private static boolean isReadable(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith("rejected.")
        && EXTENSIONS.stream()
            .anyMatch(end -> COMPRESSIONS.stream().anyMatch(zip -> name.endsWith(end + zip)));
  }

  /// Compares texts with runs of digits as numbers.
  static final Comparator<String> NATURAL =
      (left, right) -> {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
          int endLeft = digitsEnd(left, i);
          int endRight = digitsEnd(right, j);
          int order;
          if (endLeft > i && endRight > j) {
            String a = left.substring(i, endLeft).replaceFirst("^0+(?=.)", "");
            String b = right.substring(j, endRight).replaceFirst("^0+(?=.)", "");
            order = a.length() != b.length() ? a.length() - b.length() : a.compareTo(b);
            i = endLeft;
            j = endRight;
          } else {
            order = Character.compare(left.charAt(i++), right.charAt(j++));
          }
          if (order != 0) {
            return order;
          }
        }
        int rest = (left.length() - i) - (right.length() - j);
        return rest != 0 ? rest : left.compareTo(right);
      };

  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /// The files in reading order.
  public List<Path> files() {
    return files;
  }

  /// The size of all files as they lie on disk, in bytes.
  public long bytes() throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  /// Begins to read: the entries in order. Close it after use.
  public Scan<Entry> entries() {
    return scan(Function.identity());
  }

  /// Begins to read, and does `work` on each entry in the parsing threads; what it returns comes in
  /// the order of the entries. Close it after use.
  ///
  /// @param work thread-safe
  public <R> Scan<R> scan(Function<? super Entry, ? extends R> work) {
    return new Scan<>(files, options, work);
  }
}
