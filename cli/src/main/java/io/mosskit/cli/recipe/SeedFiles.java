package io.mosskit.cli.recipe;

import io.mosskit.generator.plan.SeedFile;
import io.mosskit.schema.Category;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.FileKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds files of seed prompts.
public final class SeedFiles {

  private SeedFiles() {}

  /// The seed files among these files and folders, in reading order.
  ///
  /// @param category of seeds that name none
  /// @throws NoSuchFileException if a path does not exist
  public static List<SeedFile> in(List<Path> paths, Optional<Category> category)
      throws IOException {
    List<SeedFile> seeds = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString(), null, "no such file or folder");
      }
      List<Path> files = Files.isDirectory(path) ? Corpus.jsonFilesIn(path) : List.of(path);
      for (Path file : files) {
        if (!Files.isDirectory(path) || FileKind.of(file) == FileKind.SEEDS) {
          seeds.add(new SeedFile(file, category));
        }
      }
    }
    return seeds;
  }
}
