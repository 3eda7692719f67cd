package io.mosskit.curation.report;

import io.mosskit.curation.tag.Tags;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A folder of dialogues, measured: what a card may say of it.
final class MeasuredFolder {
  private static final String UNTAGGED = "untagged";
  private static final List<String> SPLITS = List.of("train", "validation", "test");

  private final List<MeasuredFile> files = new ArrayList<>();
  private final Map<String, Map<Language, Long>> composition = new TreeMap<>();
  private final Map<Language, Long> languages = new EnumMap<>(Language.class);
  private final Feature record = new Feature();
  private long turns;
  private long unread;

  private MeasuredFolder() {}

  /// Reads the dialogues of a folder: the files of its splits where it has `train.jsonl`, else
  /// `corpus.jsonl`, else all files of dialogues that lie in it.
  ///
  /// @throws NoSuchFileException where it has none
  static MeasuredFolder of(Path folder) throws IOException {
    MeasuredFolder measured = new MeasuredFolder();
    for (Path file : dialogues(folder)) {
      measured.read(file, split(file));
    }
    return measured;
  }

  private static List<Path> dialogues(Path folder) throws IOException {
    Path corpus = folder.resolve("corpus.jsonl");
    List<Path> splits =
        SPLITS.stream().map(name -> folder.resolve(name + ".jsonl")).filter(Files::exists).toList();
    if (splits.contains(folder.resolve("train.jsonl"))) {
      return splits;
    }
    if (Files.exists(corpus)) {
      return List.of(corpus);
    }
    return Corpus.of(List.of(folder), ReadOptions.defaults(), Set.of(FileKind.CONVERSATIONS))
        .files()
        .stream()
        .filter(file -> folder.equals(file.getParent()))
        .toList();
  }

  private static String split(Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\..*$", "");
    return SPLITS.contains(name) ? name : "train";
  }

  private void read(Path file, String split) throws IOException {
    long records = 0;
    try (Scan<Entry> scan = Corpus.of(file).entries()) {
      for (Entry entry : scan) {
        switch (entry) {
          case Entry.Rejected _ -> unread++;
          case Entry.Accepted(Conversation dialogue, var _) -> {
            records++;
            add(dialogue);
          }
        }
      }
    }
    String name = String.valueOf(file.getFileName());
    files.add(new MeasuredFile(split, name, records, Files.size(file), sha256(file)));
  }

  private void add(Conversation dialogue) {
    record.add(MossJson.json(dialogue));
    turns += dialogue.turns().size();
    Language language =
        Language.of(dialogue.turns().stream().map(Turn::human).collect(Collectors.joining("\n")));
    languages.merge(language, 1L, Long::sum);
    composition
        .computeIfAbsent(
            Tags.category(dialogue).orElse(UNTAGGED), _ -> new EnumMap<>(Language.class))
        .merge(language, 1L, Long::sum);
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  List<MeasuredFile> files() {
    return List.copyOf(files);
  }

  /// Records by category and language, in the order of their names.
  Map<String, Map<Language, Long>> composition() {
    return composition;
  }

  long records(Language language) {
    return languages.getOrDefault(language, 0L);
  }

  /// The members of the records with their types.
  Feature record() {
    return record;
  }

  long records() {
    return files.stream().mapToLong(MeasuredFile::records).sum();
  }

  long bytes() {
    return files.stream().mapToLong(MeasuredFile::bytes).sum();
  }

  long turns() {
    return turns;
  }

  long unread() {
    return unread;
  }
}
