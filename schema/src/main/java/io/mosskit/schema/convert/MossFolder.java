package io.mosskit.schema.convert;

import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.MossJson;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Writes dialogues as the authors published theirs: one pretty-printed object a file, named
/// `<category>_conversation_<n>.json`, `n` counted from 1 within the category; `other` stands for
/// none. The folder appears under its name, whole, with [#commit]; until then it grows beside it as
/// `NAME.part`, and [#close] without a commit removes that. Not thread-safe.
public final class MossFolder implements AutoCloseable {

  private final Path folder;
  private final Path part;
  private final Map<String, Integer> numbers = new HashMap<>();
  private long records;

  private MossFolder(Path folder, Path part) {
    this.folder = folder;
    this.part = part;
  }

  /// Begins a folder.
  ///
  /// @throws FileAlreadyExistsException if there is something in it, or a file of that name
  public static MossFolder create(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath();
    if (Files.exists(absolute) && !isEmptyFolder(absolute)) {
      throw new FileAlreadyExistsException(
          folder.toString(), null, "not an empty folder; choose another name or delete it");
    }
    Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
    delete(part);
    Files.createDirectories(part);
    return new MossFolder(absolute, part);
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findAny().isEmpty();
    }
  }

  /// Writes a dialogue into a file of its own.
  public void write(Conversation conversation) throws IOException {
    String category = Category.of(conversation).map(Category::label).orElse("other");
    int number = numbers.merge(category, 1, Integer::sum);
    Path file = part.resolve(category + "_conversation_" + number + ".json");
    Files.writeString(file, MossJson.pretty(conversation));
    records++;
  }

  /// How many dialogues have been written.
  public long records() {
    return records;
  }

  /// Gives the folder its name.
  public void commit() throws IOException {
    Files.deleteIfExists(folder);
    Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    delete(part);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(folder)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
