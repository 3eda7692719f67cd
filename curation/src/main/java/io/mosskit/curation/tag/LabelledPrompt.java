package io.mosskit.curation.tag;

import io.mosskit.schema.Category;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.io.ValueEntry;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A first user turn whose category is known.
///
/// @param prompt the user's words
/// @param category what a dialogue that begins with them trains
public record LabelledPrompt(String prompt, Category category) {

  /// The labelled prompts of a file of JSON Lines, `{"user_prompt": …, "category": …}`, or of all
  /// files of seed prompts below a folder.
  ///
  /// @throws IOException naming file and line, where a line is no labelled prompt
  public static List<LabelledPrompt> read(Path path) throws IOException {
    List<LabelledPrompt> prompts = new ArrayList<>();
    for (Path file : files(path)) {
      readFile(file, prompts);
    }
    if (prompts.isEmpty()) {
      throw new IOException(path + ": no seed prompts; expected lines " + EXPECTED);
    }
    return prompts;
  }

  private static final String EXPECTED = "{\"user_prompt\": …, \"category\": …}";

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> seeds = new ArrayList<>();
    for (Path file : Corpus.jsonFilesIn(path)) {
      if (FileKind.of(file) == FileKind.SEEDS) {
        seeds.add(file);
      }
    }
    return seeds;
  }

  private static void readFile(Path file, List<LabelledPrompt> prompts) throws IOException {
    Corpus lines = Corpus.of(List.of(file), ReadOptions.defaults());
    try (Scan<ValueEntry> scan = lines.scanValues(Function.identity())) {
      for (ValueEntry line : scan) {
        switch (line) {
          case ValueEntry.Accepted(Json value, Origin origin) -> prompts.add(read(value, origin));
          case ValueEntry.Rejected(Rejection rejection) ->
              throw new IOException(
                  rejection.origin() + ": expected " + EXPECTED + ": " + rejection.detail());
        }
      }
    }
  }

  private static LabelledPrompt read(Json value, Origin origin) throws IOException {
    String prompt = value instanceof Json.Obj object ? object.string("user_prompt") : null;
    String label = value instanceof Json.Obj object ? object.string("category") : null;
    Optional<Category> category = label == null ? Optional.empty() : Category.named(label);
    if (prompt == null || category.isEmpty()) {
      String found = label == null ? "" : ", found the category \"" + label + "\"";
      throw new IOException(origin + ": expected " + EXPECTED + " with a known category" + found);
    }
    return new LabelledPrompt(prompt, category.get());
  }
}
