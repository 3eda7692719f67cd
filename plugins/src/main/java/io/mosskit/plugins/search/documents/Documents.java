package io.mosskit.plugins.search.documents;

import io.mosskit.schema.io.Compression;
import io.mosskit.schema.io.ReadFault;
import io.mosskit.schema.io.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The documents in files and folders, in the order in which they are read: as named, and inside a
/// folder by name.
///
/// What a file holds is told by its name: `.jsonl`, `.ndjson`, `.json` records; `.xml` a MediaWiki
/// dump; `.html`, `.htm`, `.xhtml`, `.md`, `.markdown`, `.txt` one document. All but the last kind
/// may be compressed: `.gz`, `.zst`. Other files and hidden ones are passed over in a folder, and
/// rejected where they are named.
public final class Documents {

  private final List<Path> roots;
  private final DocumentFields fields;

  private Documents(List<Path> roots, DocumentFields fields) {
    this.roots = List.copyOf(roots);
    this.fields = fields;
  }

  /// The documents in these files and folders.
  ///
  /// @throws NoSuchFileException if a path does not exist
  public static Documents in(List<Path> paths, DocumentFields fields) throws IOException {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString(), null, "no such file or folder");
      }
    }
    return new Documents(paths, fields);
  }

  /// The size of all files as they lie on disk, in bytes.
  public long bytes() throws IOException {
    long bytes = 0;
    for (Path root : roots) {
      for (Path file : filesIn(root)) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  /// Reads all of them. What breaks off or cannot be opened is a rejection, and the next file is
  /// read.
  ///
  /// @throws IOException only from the sink, or where a folder cannot be listed
  public void read(Sink sink) throws IOException {
    Counted counted = new Counted(sink);
    for (Path root : roots) {
      boolean named = !Files.isDirectory(root);
      for (Path file : filesIn(root)) {
        read(file, named ? file.getFileName() : root.relativize(file), named, counted);
      }
    }
  }

  private static List<Path> filesIn(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of(root);
    }
    List<Path> files = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(root)) {
      tree.filter(Files::isRegularFile)
          .filter(file -> !isHidden(root.relativize(file)))
          .sorted()
          .forEach(files::add);
    }
    return files;
  }

  private static boolean isHidden(Path below) {
    return StreamSupport.stream(below.spliterator(), false)
        .anyMatch(name -> name.toString().startsWith("."));
  }

  private void read(Path file, Path name, boolean named, Counted sink) throws IOException {
    String base = Compression.baseName(file);
    switch (base.substring(base.lastIndexOf('.') + 1)) {
      case "jsonl", "ndjson", "json" -> JsonRecords.read(file, fields, sink);
      case "xml" -> MediaWikiDump.read(file, sink);
      case "html", "htm", "xhtml" -> SingleFile.HTML.read(file, name, sink);
      case "md", "markdown" -> SingleFile.MARKDOWN.read(file, name, sink);
      case "txt" -> SingleFile.TEXT.read(file, name, sink);
      default -> {
        if (named) {
          sink.reject(Faults.of(ReadFault.UNREADABLE_FILE, unknown(base), file, 1));
        } else {
          sink.passOver();
        }
      }
    }
    sink.finish(file);
  }

  private static String unknown(String base) {
    return base.endsWith(".bz2")
        ? "bzip2 is not read: unpack it with bunzip2, or repack it as .gz or .zst"
        : "no kind of document: expected .jsonl, .xml, .html, .md or .txt";
  }

  /// Adds up the bytes of files that are done.
  static final class Counted {
    private final Sink sink;
    private long done;

    Counted(Sink sink) {
      this.sink = sink;
    }

    void document(SourceDocument document) throws IOException {
      sink.document(document);
    }

    void reject(Rejection rejection) throws IOException {
      sink.reject(rejection);
    }

    void passOver() {
      sink.passOver();
    }

    /// @param ofThisFile the bytes of the file that is being read
    void read(long ofThisFile) {
      sink.read(done + ofThisFile);
    }

    private void finish(Path file) throws IOException {
      done += Files.size(file);
      sink.read(done);
    }
  }
}
