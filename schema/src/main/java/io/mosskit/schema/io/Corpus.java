package io.mosskit.schema.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The files of a corpus, in the order in which they are read: as named, and inside a folder by
/// name with numbers compared as numbers (`conversation_2` before `conversation_10`).
///
/// Read are `.jsonl`, `.ndjson` and `.json` (one object, an array of objects, or lines), each
/// plain, `.gz` or `.zst`. Files of a folder whose first record is of another known kind, such as
/// seed prompts or rejections, are left alone and listed by [#leftAlone]; a file named by itself is
/// always read.
public final class Corpus {

  private static final List<String> EXTENSIONS = List.of(".jsonl", ".ndjson", ".json");

  private final List<Path> files;
  private final Map<Path, FileKind> leftAlone;
  private final ReadOptions options;

  private Corpus(List<Path> files, Map<Path, FileKind> leftAlone, ReadOptions options) {
    this.files = List.copyOf(files);
    this.leftAlone = Collections.unmodifiableMap(new LinkedHashMap<>(leftAlone));
    this.options = options;
  }

  /// The corpus in these files and folders, with default options.
  ///
  /// @throws NoSuchFileException if one of them does not exist, or a folder holds no dialogues
  public static Corpus of(Path... paths) throws IOException {
    return of(List.of(paths), ReadOptions.defaults());
  }

  /// The corpus in these files and folders.
  ///
  /// @throws NoSuchFileException if one of them does not exist, or a folder holds no dialogues
  public static Corpus of(List<Path> paths, ReadOptions options) throws IOException {
    return of(paths, options, Set.of(FileKind.CONVERSATIONS, FileKind.UNKNOWN));
  }

  /// The records of these kinds in these files and folders; of a folder only the files of these
  /// kinds are read.
  ///
  /// @throws NoSuchFileException if a path does not exist, or a folder holds no file of these kinds
  public static Corpus of(List<Path> paths, ReadOptions options, Set<FileKind> kinds)
      throws IOException {
    Corpus corpus = gather(paths, options, kinds);
    if (corpus.files.isEmpty()) {
      throw new NoSuchFileException(
          paths.toString(), null, "holds no JSON file of the kind that is read here");
    }
    return corpus;
  }

  /// All files in these files and folders, by the kind of their records; those of unknown kind are
  /// taken for dialogues, so that reading them says what is wrong with them.
  ///
  /// @throws NoSuchFileException if a path does not exist
  public static Map<FileKind, Corpus> byKind(List<Path> paths, ReadOptions options)
      throws IOException {
    Map<FileKind, List<Path>> files = new EnumMap<>(FileKind.class);
    for (Path file : gather(paths, options, Set.of(FileKind.values())).files) {
      FileKind kind = kindOf(file);
      FileKind known = kind == FileKind.UNKNOWN ? FileKind.CONVERSATIONS : kind;
      files.computeIfAbsent(known, _ -> new ArrayList<>()).add(file);
    }
    Map<FileKind, Corpus> corpora = new EnumMap<>(FileKind.class);
    files.forEach((kind, found) -> corpora.put(kind, new Corpus(found, Map.of(), options)));
    return corpora;
  }

  private static Corpus gather(List<Path> paths, ReadOptions options, Set<FileKind> kinds)
      throws IOException {
    List<Path> files = new ArrayList<>();
    Map<Path, FileKind> leftAlone = new LinkedHashMap<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString(), null, "no such file or folder");
      }
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      for (Path file : jsonFilesIn(path)) {
        FileKind kind = kindOf(file);
        if (kinds.contains(kind)) {
          files.add(file);
        } else {
          leftAlone.put(file, kind);
        }
      }
    }
    return new Corpus(files, leftAlone, options);
  }

  /// All `.jsonl`, `.ndjson` and `.json` files below a folder, whatever their records are, in
  /// reading order.
  public static List<Path> jsonFilesIn(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile)
          .filter(file -> EXTENSIONS.stream().anyMatch(Compression.baseName(file)::endsWith))
          .sorted(Comparator.comparing(path -> folder.relativize(path).toString(), NATURAL))
          .toList();
    }
  }

  private static FileKind kindOf(Path file) {
    try {
      return FileKind.of(file);
    } catch (IOException _) {
      return FileKind.UNKNOWN; // reading it will say what is wrong with it
    }
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

  /// The corpus from one of its files on.
  ///
  /// @param file the number of the first one that is read, from 0
  public Corpus from(int file) {
    return new Corpus(files.subList(file, files.size()), leftAlone, options);
  }

  /// The files of the folders that hold records of another kind and are not read.
  public Map<Path, FileKind> leftAlone() {
    return leftAlone;
  }

  /// The size of all files as they lie on disk, in bytes.
  public long bytes() throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  /// Checks that files that are to be written are none of those that are read.
  ///
  /// @param folder where they are to be written
  /// @throws IllegalArgumentException that names the file that would be overwritten
  public void requireElsewhere(Path folder, Collection<String> names) {
    for (Path file : files) {
      for (String name : names) {
        Path output = folder.resolve(name).toAbsolutePath().normalize();
        if (file.toAbsolutePath().normalize().equals(output)) {
          throw new IllegalArgumentException(
              "the input %s would be overwritten; choose another output folder".formatted(file));
        }
      }
    }
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
    return new Scan<>(
        files, options, out -> new Decoder.Dialogues(entry -> out.accept(work.apply(entry))));
  }

  /// Begins to read like [#scan], but only looks at dialogues that are surely in order instead of
  /// building them, which is several times as fast. Close it after use.
  ///
  /// @param work thread-safe
  public <R> Scan<R> glance(Function<? super Glance, ? extends R> work) {
    return new Scan<>(
        files, options, out -> new Decoder.Glances(glance -> out.accept(work.apply(glance))));
  }

  /// Begins to read the records as JSON values, whatever their kind, and does `work` on each in the
  /// parsing threads. Close it after use.
  ///
  /// @param work thread-safe
  public <R> Scan<R> scanValues(Function<? super ValueEntry, ? extends R> work) {
    return new Scan<>(
        files, options, out -> new Decoder.Values(entry -> out.accept(work.apply(entry))));
  }

  /// Begins to read one text of each record, whatever the kind of the records, and does `work` on
  /// each in the parsing threads; all other members are passed over. Close it after use.
  ///
  /// @param work thread-safe
  public <R> Scan<R> scanTexts(TextFields fields, Function<? super TextEntry, ? extends R> work) {
    return new Scan<>(
        files, options, out -> new Decoder.Texts(fields, entry -> out.accept(work.apply(entry))));
  }
}
