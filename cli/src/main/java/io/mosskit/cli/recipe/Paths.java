package io.mosskit.cli.recipe;

import java.nio.file.Path;
import java.util.List;

/// What the paths in a recipe are relative to.
///
/// @param folder that of the recipe
record Paths(Path folder) {

  List<Path> of(List<String> texts) {
    return texts.stream().map(folder::resolve).map(Path::normalize).toList();
  }
}
