package io.mosskit.generator.prompt;

import io.mosskit.generator.plan.SeedFile;
import io.mosskit.schema.Category;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.io.ValueEntry;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads seed prompts: a JSON object a line with `user_prompt`, and where the file has them `id`,
/// `category`, `language`, `kind`, `risk`, `circumstance` and `licence`. What a line does not say
/// is told from the file: the category from the plan, the language from the text, the id from the
/// file's name and the line.
///
/// A line that is no seed becomes a rejection; none stops the reading.
public final class SeedReader {

  /// The stage that reports rejected lines.
  public static final String STAGE = "seed";

  private final List<Prompt> prompts = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private SeedReader() {}

  /// The seeds in these files.
  ///
  /// @throws IOException where a file does not exist
  public static Seeds read(List<SeedFile> files) throws IOException {
    return read(files, List.of());
  }

  /// The seeds in these files, and the personas in those.
  ///
  /// @throws IOException where a file does not exist
  public static Seeds read(List<SeedFile> files, List<Path> personaFiles) throws IOException {
    SeedReader reader = new SeedReader();
    for (SeedFile file : files) {
      reader.read(file);
    }
    PersonaReader personas = PersonaReader.read(personaFiles);
    reader.rejections.addAll(personas.rejections());
    return new Seeds(reader.prompts, personas.personas(), reader.rejections);
  }

  private void read(SeedFile source) throws IOException {
    Corpus lines = Corpus.of(List.of(source.file()), ReadOptions.defaults());
    try (Scan<ValueEntry> scan = lines.scanValues(Function.identity())) {
      for (ValueEntry line : scan) {
        switch (line) {
          case ValueEntry.Rejected(Rejection rejection) -> rejections.add(rejection);
          case ValueEntry.Accepted(Json.Obj seed, Origin origin) -> accept(source, origin, seed);
          case ValueEntry.Accepted(Json other, Origin origin) ->
              reject("not_an_object", "expected {\"user_prompt\": …}", origin, other);
        }
      }
    }
  }

  private void accept(SeedFile source, Origin origin, Json.Obj line) {
    String text = line.string("user_prompt");
    if (text == null || text.isBlank()) {
      reject("missing_prompt", "the line has no text in \"user_prompt\"", origin, line);
      return;
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      reject("half_character", "the text holds half a character, as \\ud83d is", origin, line);
      return;
    }
    Optional<Category> category = category(source, line);
    if (category.isEmpty()) {
      String named = line.string("category");
      reject(
          named == null ? "missing_category" : "unknown_category",
          named == null
              ? "name the category in the line, or give one for the file"
              : "\"" + named + "\" is no category that the toolkit knows",
          origin,
          line);
      return;
    }
    String declared = line.string("language");
    Language language = language(declared, text);
    if (language == null) {
      String found = declared == null ? "the text is " + Language.of(text).label() : declared;
      String detail = found + "; name the language in the line: \"zh\" or \"en\"";
      reject("unknown_language", detail, origin, line);
      return;
    }
    String id = id(line, origin);
    if (!ids.add(id)) {
      reject("duplicate_id", "an earlier seed has the id \"" + id + "\"", origin, line);
      return;
    }
    String circumstance = line.string("circumstance");
    Optional<Circumstance> named =
        circumstance == null
            ? Optional.of(Circumstance.ANSWERED)
            : Circumstance.named(circumstance);
    if (named.isEmpty()) {
      String detail = "\"" + circumstance + "\" is none of answered, fails, unneeded";
      reject("unknown_circumstance", detail, origin, line);
      return;
    }
    prompts.add(
        new Prompt(
            id,
            text,
            category.get(),
            language,
            line.string("kind"),
            line.string("risk"),
            line.string("licence"),
            Brief.NONE.with(named.get()),
            Lineage.NONE));
  }

  private static Optional<Category> category(SeedFile source, Json.Obj line) {
    String named = line.string("category");
    return named == null ? source.category() : Category.named(named);
  }

  private static @Nullable Language language(@Nullable String declared, String text) {
    Language told =
        switch (declared == null ? Language.of(text).label() : declared.toLowerCase(Locale.ROOT)) {
          case "zh" -> Language.ZH;
          case "en" -> Language.EN;
          default -> null;
        };
    return told;
  }

  private static String id(Json.Obj line, Origin origin) {
    return switch (line.get("id")) {
      case Json.Str(String id) -> id;
      case Json.Num(String id) -> id;
      case null, default -> origin.defaultId();
    };
  }

  private void reject(String reason, String detail, Origin origin, Json record) {
    rejections.add(new Rejection(STAGE, reason, detail, Json.Obj.EMPTY, origin, record));
  }
}
