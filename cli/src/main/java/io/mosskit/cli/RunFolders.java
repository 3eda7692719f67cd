package io.mosskit.cli;

import io.mosskit.generator.store.RunView;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// Finds the folders in which runs lie.
final class RunFolders {

  private RunFolders() {}

  /// The run folders among these and all that lies below them, each folder's in the order of their
  /// names; hidden folders and those that may not be read are left out.
  static List<Path> below(List<Path> paths) throws IOException {
    List<Path> runs = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      }
      List<Path> found = new ArrayList<>();
      Files.walkFileTree(path, new Finder(path, found));
      found.stream().sorted().filter(run -> !runs.contains(run)).forEach(runs::add);
    }
    return runs;
  }

  /// The one run in a folder or below it.
  static Path in(Path folder) throws IOException, CommandFailure {
    if (RunView.isRun(folder)) {
      return folder;
    }
    List<Path> runs = below(List.of(folder));
    return switch (runs.size()) {
      case 0 -> throw none(List.of(folder));
      case 1 -> runs.getFirst();
      default ->
          throw new CommandFailure(
              ExitCode.USAGE, folder + " holds " + runs.size() + " runs; name one of " + runs);
    };
  }

  static CommandFailure none(List<Path> paths) {
    return new CommandFailure(
        ExitCode.FOUND, "no run below " + paths + "; a run is a folder that holds run.db");
  }

  private static final class Finder extends SimpleFileVisitor<Path> {

    private final Path root;
    private final List<Path> found;

    Finder(Path root, List<Path> found) {
      this.root = root;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!folder.equals(root) && String.valueOf(folder.getFileName()).startsWith(".")) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (RunView.isRun(folder)) {
        found.add(folder);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}
