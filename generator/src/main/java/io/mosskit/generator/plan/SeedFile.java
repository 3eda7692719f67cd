package io.mosskit.generator.plan;

import io.mosskit.schema.Category;
import java.nio.file.Path;
import java.util.Optional;

/// A file of seed prompts, one JSON object a line.
///
/// @param file where it lies
/// @param category of the lines that name none, as in the published MOSS files
public record SeedFile(Path file, Optional<Category> category) {

  /// A file whose lines name their categories.
  public static SeedFile of(Path file) {
    return new SeedFile(file, Optional.empty());
  }

  /// A file whose lines are of this category where they name none.
  public static SeedFile of(Path file, Category category) {
    return new SeedFile(file, Optional.of(category));
  }
}
