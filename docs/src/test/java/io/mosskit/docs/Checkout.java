package io.mosskit.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The project's own files: those that Git tracks or would track; in a tree without Git, all but
/// what builds write.
final class Checkout {
  static final Path ROOT = root();

  private Checkout() {}

  /// Paths relative to [#ROOT], sorted.
  static List<Path> files() throws IOException {
    return (Files.exists(ROOT.resolve(".git")) ? tracked() : walked()).sorted().toList();
  }

  /// A file's lines; none where the file is no UTF-8 text.
  static List<String> lines(Path file) throws IOException {
    String text = new String(Files.readAllBytes(ROOT.resolve(file)), StandardCharsets.UTF_8);
    return text.contains("\uFFFD") || text.contains("\0") ? List.of() : text.lines().toList();
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static Stream<Path> tracked() throws IOException {
    Process git =
        new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .directory(ROOT.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Stream.of(names.split("\0"))
        .map(Path::of)
        .filter(file -> Files.isRegularFile(ROOT.resolve(file)));
  }

  private static Stream<Path> walked() throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all
          .filter(Files::isRegularFile)
          .map(ROOT::relativize)
          .filter(file ->
              Stream.of("target", "build", ".idea", ".vscode")
                  .noneMatch(
                      name -> file.startsWith(name) || file.toString().contains("/" + name + "/")))
          .toList()
          .stream();
    }
  }
}
