package io.mosskit.schema.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.mosskit.schema.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the records of a file are, told by the keys of the first one.
public enum FileKind {
  /// MOSS-003 dialogues, or moss-002 records that become such.
  CONVERSATIONS,
  /// Seed prompts: `{"user_prompt": …}`.
  SEEDS,
  /// Prompts that a generator run made.
  PROMPTS,
  /// What a stage rejected.
  REJECTIONS,
  /// OpenAI messages.
  MESSAGES,
  /// ShareGPT.
  SHAREGPT,
  /// Alpaca.
  ALPACA,
  /// MOSS training text.
  TRAINING_TEXT,
  /// The numbers of a curation run.
  STATISTICS,
  /// What else a command says of the records that it wrote: `contamination.json`, `filters.json`,
  /// `croissant.json`.
  DESCRIPTION,
  /// Documents for searches: `{"title": …, "text": …}`.
  DOCUMENTS,
  /// None of these.
  UNKNOWN;

  /// How far into a file its kind must show.
  private static final int HEAD_BYTES = 1 << 18;

  /// The kind's name on the command line and of its JSON Schema: `training-text`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The kind of a file; [#UNKNOWN] where its beginning is no JSON object or has none of the keys.
  public static FileKind of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Compression.open(file)) {
      head = in.readNBytes(HEAD_BYTES);
    }
    return ofKeys(firstKeys(head));
  }

  private static Set<String> firstKeys(byte[] head) throws IOException {
    Set<String> keys = new HashSet<>();
    try (JsonParser parser = JsonText.FACTORY.createParser(head)) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY) {
        token = parser.nextToken();
      }
      if (token != JsonToken.START_OBJECT) {
        return keys;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        keys.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
    } catch (JsonProcessingException _) {
      // the first record is broken or longer than the head: what was seen decides
    }
    return keys;
  }

  private static FileKind ofKeys(Set<String> keys) {
    for (Sign sign : Sign.ALL) {
      if (keys.containsAll(sign.keys)) {
        return sign.kind;
      }
    }
    return UNKNOWN;
  }

  /// Keys that tell a kind; the first sign that fits decides.
  private record Sign(FileKind kind, List<String> keys) {

    private static final List<Sign> ALL =
        List.of(
            of(REJECTIONS, "stage", "reason", "record"),
            of(CONVERSATIONS, "chat"),
            of(CONVERSATIONS, "plain_text"),
            of(CONVERSATIONS, "meta_instruction"),
            of(PROMPTS, "user_prompt", "parents"),
            of(SEEDS, "user_prompt"),
            of(MESSAGES, "messages"),
            of(SHAREGPT, "conversations"),
            of(ALPACA, "instruction", "output"),
            of(TRAINING_TEXT, "input_ids"),
            of(TRAINING_TEXT, "no_loss_spans"),
            of(STATISTICS, "records_in", "settings"),
            of(DESCRIPTION, "records_in"),
            of(DESCRIPTION, "@context", "distribution"),
            of(DOCUMENTS, "title", "text"));

    private static Sign of(FileKind kind, String... keys) {
      return new Sign(kind, Arrays.asList(keys));
    }
  }
}
