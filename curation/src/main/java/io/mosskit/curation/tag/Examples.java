package io.mosskit.curation.tag;

import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.io.ValueEntry;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.labels.Cell;
import io.mosskit.schema.labels.Label;
import io.mosskit.schema.labels.LabelOrigin;
import io.mosskit.schema.labels.Labels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Labelled examples of several files.
///
/// @param examples in the order of the files
/// @param passedOver the dialogues that declare no category and have none from a person
public record Examples(List<Example> examples, long passedOver) {

  private static final String SEED = "{\"user_prompt\": …, \"category\": …}";
  private static final String TEXT = "text";
  private static final String LABEL = "label";

  public Examples {
    examples = List.copyOf(examples);
  }

  /// Reads seed prompts and dialogues (.jsonl, .json, also .gz and .zst; folders with all below
  /// them), whose label is their category, and .csv tables with the columns `text` and `label`.
  ///
  /// @param choice the words that are taken of a dialogue; of seeds and tables it is their text
  /// @throws IOException naming file and line of the first that cannot be read
  public static Examples read(List<Path> paths, TextChoice choice) throws IOException {
    Reading reading = new Reading(choice);
    for (Path path : paths) {
      if (path.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
        reading.table(path);
      } else {
        reading.json(path);
      }
    }
    if (reading.examples.isEmpty()) {
      throw new IOException(
          paths
              + ": no labelled examples; expected seeds "
              + SEED
              + ", dialogues with a category, or a .csv table with the columns text and label");
    }
    return new Examples(reading.examples, reading.passedOver);
  }

  /// How many examples each label has.
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    examples.forEach(example -> counts.merge(example.label(), 1L, Long::sum));
    return counts;
  }

  /// What has been read so far.
  private static final class Reading {
    private final TextChoice choice;
    private final List<Example> examples = new ArrayList<>();
    private long passedOver;

    Reading(TextChoice choice) {
      this.choice = choice;
    }

    void json(Path path) throws IOException {
      for (var kind : Corpus.byKind(List.of(path), ReadOptions.defaults()).entrySet()) {
        switch (kind.getKey()) {
          case SEEDS, PROMPTS -> seeds(kind.getValue());
          case CONVERSATIONS -> dialogues(kind.getValue());
          case REJECTIONS,
              MESSAGES,
              SHAREGPT,
              ALPACA,
              TRAINING_TEXT,
              STATISTICS,
              DESCRIPTION,
              DOCUMENTS,
              UNKNOWN ->
              requireFolder(path, kind.getKey());
        }
      }
    }

    private static void requireFolder(Path path, FileKind kind) throws IOException {
      if (!Files.isDirectory(path)) {
        throw new IOException(
            path
                + ": expected seeds or dialogues, found "
                + kind.label()
                + "; make dialogues of it with `mosskit convert`");
      }
    }

    private void seeds(Corpus corpus) throws IOException {
      try (Scan<ValueEntry> scan = corpus.scanValues(Function.identity())) {
        for (ValueEntry entry : scan) {
          switch (entry) {
            case ValueEntry.Accepted(Json value, Origin origin) ->
                examples.add(seed(value, origin));
            case ValueEntry.Rejected(var rejection) -> throw new IOException(rejection.toString());
          }
        }
      }
    }

    private static Example seed(Json value, Origin origin) throws IOException {
      String prompt = value instanceof Json.Obj object ? object.string("user_prompt") : null;
      String label = value instanceof Json.Obj object ? object.string("category") : null;
      if (prompt == null || label == null || label.isBlank()) {
        throw new IOException(origin + ": expected " + SEED);
      }
      return new Example(Words.of(prompt), canonical(label));
    }

    private void dialogues(Corpus corpus) throws IOException {
      try (Scan<Entry> scan = corpus.entries()) {
        for (Entry entry : scan) {
          switch (entry) {
            case Entry.Accepted(Conversation dialogue, Origin _) -> dialogue(dialogue);
            case Entry.Rejected(var rejection) -> throw new IOException(rejection.toString());
          }
        }
      }
    }

    private void dialogue(Conversation dialogue) {
      Optional<String> label = label(dialogue);
      if (label.isEmpty()) {
        passedOver++;
      } else {
        examples.add(new Example(choice.of(dialogue), label.get()));
      }
    }

    void table(Path file) throws IOException {
      CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
      try (BufferedReader reader = Files.newBufferedReader(file);
          CSVParser parser = CSVParser.parse(withoutByteOrderMark(reader), format)) {
        int text = -1;
        int label = -1;
        for (CSVRecord row : parser) {
          if (text < 0) {
            List<String> header = Arrays.stream(row.values()).map(String::strip).toList();
            text = header.indexOf(TEXT);
            label = header.indexOf(LABEL);
            requireColumns(file, text, label, header);
          } else {
            examples.add(row(row, text, label, file, parser.getCurrentLineNumber()));
          }
        }
      } catch (CharacterCodingException e) {
        throw Tables.broken(file.toString(), e);
      } catch (UncheckedIOException e) {
        throw Tables.broken(file.toString(), Objects.requireNonNull(e.getCause()));
      }
    }

    private static BufferedReader withoutByteOrderMark(BufferedReader reader) throws IOException {
      reader.mark(1);
      if (reader.read() != '\uFEFF') {
        reader.reset();
      }
      return reader;
    }

    private static void requireColumns(Path file, int text, int label, List<String> header)
        throws IOException {
      if (text < 0 || label < 0) {
        throw new IOException(
            file + ":1: expected a header with the columns text and label, found " + header);
      }
    }

    private static Example row(CSVRecord row, int text, int label, Path file, long line)
        throws IOException {
      if (row.size() <= Math.max(text, label) || row.get(label).isBlank()) {
        throw new IOException(
            file + ":" + line + ": expected a text and a label, found " + row.toList());
      }
      return new Example(
          Words.of(Cell.unguard(row.get(text))), canonical(Cell.unguard(row.get(label))));
    }
  }

  /// The label that a person gave last, else the category that the dialogue declares.
  private static Optional<String> label(Conversation dialogue) {
    @Nullable Label human =
        Labels.of(dialogue).reversed().stream()
            .filter(label -> label.origin() == LabelOrigin.HUMAN)
            .findFirst()
            .orElse(null);
    return human == null
        ? Category.of(dialogue).map(Category::label)
        : Optional.of(human.category());
  }

  private static String canonical(String label) {
    return Category.named(label).map(Category::label).orElse(label.strip());
  }
}
