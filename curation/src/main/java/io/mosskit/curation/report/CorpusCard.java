package io.mosskit.curation.report;

import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Describes a folder of dialogues to people and machines: `README.md`, a dataset card whose header
/// the Hugging Face Hub reads, and `croissant.json`. Everything in them was counted in the files.
///
/// A card that is there keeps its text; its header is written anew, licence and title as they were
/// unless others are given, and so is the part between the two comments that name the toolkit.
public final class CorpusCard {
  private static final String CARD = "README.md";

  /// The description for machines.
  public static final String CROISSANT = "croissant.json";

  private static final String BEGIN = "<!-- counted by mosskit -->";
  private static final String END = "<!-- until here -->";

  private CorpusCard() {}

  /// What was written.
  ///
  /// @param records by split, in the order of the files
  /// @param bytes of all files
  /// @param unread records that cannot be read; a card says so, and loading the files will fail
  public record Written(Map<String, Long> records, long bytes, long unread) {}

  /// Writes both files into the folder.
  ///
  /// @throws java.nio.file.NoSuchFileException where the folder holds no dialogues
  public static Written write(Path folder, CorpusAbout about) throws IOException {
    MeasuredFolder measured = MeasuredFolder.of(folder);
    Path card = folder.resolve(CARD);
    OldCard old = Files.exists(card) ? OldCard.in(card) : OldCard.NONE;
    String header = header(measured, about, old);
    String counted = BEGIN + "\n" + counted(measured, about) + END + "\n";
    replace(card, header + "\n" + old.withCounted(counted, about.title()));
    replace(folder.resolve(CROISSANT), new Croissant(measured, about).text());
    Map<String, Long> records = new LinkedHashMap<>();
    measured.files().forEach(file -> records.merge(file.split(), file.records(), Long::sum));
    return new Written(records, measured.bytes(), measured.unread());
  }

  private static void replace(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, text);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// A card as it was found.
  ///
  /// @param licence its lines about the licence
  /// @param title its line with the title, null where it has none
  /// @param body what stands below the header
  private record OldCard(List<String> licence, @Nullable String title, String body) {
    private static final OldCard NONE = new OldCard(List.of(), null, "");
    private static final String FENCE = "---\n";

    static OldCard in(Path card) throws IOException {
      try {
        return of(Files.readString(card));
      } catch (CharacterCodingException e) {
        throw new IOException(card + ": expected UTF-8, found other bytes; save it as UTF-8", e);
      }
    }

    private static OldCard of(String text) {
      int end = text.startsWith(FENCE) ? text.indexOf("\n" + FENCE, FENCE.length()) : -1;
      if (end < 0) {
        return new OldCard(List.of(), null, text);
      }
      List<String> lines = text.substring(0, end).lines().toList();
      return new OldCard(
          lines.stream().filter(line -> line.startsWith("license")).toList(),
          lines.stream().filter(line -> line.startsWith("pretty_name:")).findFirst().orElse(null),
          text.substring(end + 1 + FENCE.length()));
    }

    String withCounted(String counted, String newTitle) {
      String text = body.strip();
      int begin = text.indexOf(BEGIN);
      int end = text.indexOf(END);
      if (begin >= 0 && end > begin) {
        String after = text.substring(end + END.length()).strip();
        return text.substring(0, begin) + counted + (after.isEmpty() ? "" : "\n" + after + "\n");
      }
      return text.isEmpty()
          ? "# " + Markdown.text(newTitle) + "\n\n" + counted
          : text + "\n\n" + counted;
    }
  }

  private static String header(MeasuredFolder measured, CorpusAbout about, OldCard old) {
    StringBuilder yaml = new StringBuilder("---\n");
    if (about.licence() == null && !old.licence().isEmpty()) {
      old.licence().forEach(line -> yaml.append(line).append('\n'));
    } else {
      CardHeader.licence(about.licence(), yaml);
    }
    List<String> languages =
        Stream.of(Language.ZH, Language.EN)
            .filter(language -> measured.records(language) + measured.records(Language.MIXED) > 0)
            .map(Language::label)
            .toList();
    CardHeader.list("language", languages, yaml);
    yaml.append(
        old.title() == null ? "pretty_name: " + CardHeader.quoted(about.title()) : old.title());
    yaml.append('\n');
    CardHeader.list("size_categories", List.of(CardHeader.size(measured.records())), yaml);
    CardHeader.list("task_categories", List.of("text-generation"), yaml);
    CardHeader.list("tags", List.of("sft", "moss", "conversational"), yaml);
    configs(measured, yaml);
    info(measured, yaml);
    return yaml.append("---\n").toString();
  }

  private static void configs(MeasuredFolder measured, StringBuilder yaml) {
    yaml.append("configs:\n- config_name: default\n  data_files:\n");
    bySplit(measured)
        .forEach((split, files) -> {
          yaml.append("  - split: ").append(split).append("\n    path:\n");
          files.forEach(
              file -> yaml.append("    - ").append(CardHeader.quoted(file.name())).append('\n'));
        });
  }

  private static void info(MeasuredFolder measured, StringBuilder yaml) {
    yaml.append("dataset_info:\n  features:\n");
    measured.record().yaml("  ", yaml);
    yaml.append("  splits:\n");
    bySplit(measured)
        .forEach((split, files) ->
            yaml.append(
                "  - name: %s\n    num_bytes: %d\n    num_examples: %d\n"
                    .formatted(
                        split,
                        files.stream().mapToLong(MeasuredFile::bytes).sum(),
                        files.stream().mapToLong(MeasuredFile::records).sum())));
    yaml.append("  download_size: ").append(measured.bytes());
    yaml.append("\n  dataset_size: ").append(measured.bytes()).append('\n');
  }

  private static Map<String, List<MeasuredFile>> bySplit(MeasuredFolder measured) {
    Map<String, List<MeasuredFile>> splits = new LinkedHashMap<>();
    for (MeasuredFile file : measured.files()) {
      splits.computeIfAbsent(file.split(), _ -> new ArrayList<>()).add(file);
    }
    return splits;
  }

  private static String counted(MeasuredFolder measured, CorpusAbout about) {
    List<List<String>> files = new ArrayList<>();
    for (MeasuredFile file : measured.files()) {
      files.add(
          List.of(
              Markdown.code(file.name()),
              file.split(),
              "`" + file.sha256().substring(0, 16) + "…`",
              Figures.of(file.records()),
              Figures.of(file.bytes())));
    }
    String unread =
        measured.unread() == 0
            ? ""
            : "\n**" + Figures.of(measured.unread(), "record") + " cannot be read.**\n";
    return """
    ## Splits

    %s with %s, counted on %s by mosskit %s.

    %s%s
    ## Categories and languages

    %s\
    """
        .formatted(
            Figures.of(measured.records(), "dialogue"),
            Figures.of(measured.turns(), "turn"),
            about.date(),
            Markdown.text(about.version()),
            Markdown.table(List.of("file", "split", "SHA-256", "records", "bytes"), 2, files),
            unread,
            composition(measured));
  }

  private static String composition(MeasuredFolder measured) {
    List<Language> languages =
        Stream.of(Language.values()).filter(language -> measured.records(language) > 0).toList();
    List<String> heads = new ArrayList<>(List.of("category"));
    languages.forEach(language -> heads.add(language.label()));
    List<List<String>> rows = new ArrayList<>();
    measured
        .composition()
        .forEach((category, counts) -> {
          List<String> row = new ArrayList<>(List.of(Markdown.text(category)));
          languages.forEach(language -> row.add(Figures.of(counts.getOrDefault(language, 0L))));
          rows.add(row);
        });
    return Markdown.table(heads, languages.size(), rows);
  }
}
