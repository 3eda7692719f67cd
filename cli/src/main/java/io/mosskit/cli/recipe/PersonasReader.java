package io.mosskit.cli.recipe;

import io.mosskit.generator.plan.PersonaPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads who writes prompts: `personas: FILE`, or `{files: [FILE, FILE], share: 0.5}`.
final class PersonasReader {

  private static final double SHARE = 0.5;

  private final Paths paths;

  PersonasReader(Paths paths) {
    this.paths = paths;
  }

  /// The plan in the member `personas` of a section.
  PersonaPlan read(Section generate) throws RecipeException {
    Optional<Node> node = generate.node("personas");
    if (node.isEmpty()) {
      return PersonaPlan.NONE;
    }
    return switch (node.get()) {
      case Node.Scalar file -> plan(file.place(), List.of(file.text()), SHARE);
      case Node.Mapping mapping -> {
        Section section = Section.of(mapping);
        List<String> files = section.texts("files");
        double share = section.decimal("share", SHARE);
        section.end();
        yield plan(mapping.place(), files, share);
      }
      case Node.Sequence sequence ->
          throw sequence.place().error("expected a file, or {files: [FILE, FILE], share: 0.5}");
    };
  }

  private PersonaPlan plan(Node.Place place, List<String> texts, double share)
      throws RecipeException {
    List<Path> files = paths.of(texts);
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw place.error("no file " + file + "; name files of personas");
      }
    }
    try {
      return new PersonaPlan(files, share);
    } catch (IllegalArgumentException e) {
      throw place.error(String.valueOf(e.getMessage()));
    }
  }
}
