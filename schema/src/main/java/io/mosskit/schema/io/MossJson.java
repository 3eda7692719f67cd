package io.mosskit.schema.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The MOSS-003 record as JSON text. Writing what was read gives the same JSON value, key order
/// included. Source: MOSS reference, sections A.1 and A.2.
public final class MossJson {

  private static final Origin TEXT = new Origin(Path.of("text"), 1, 0);

  private MossJson() {}

  /// Reads one record from a text; its origin is `text:1`.
  public static Entry parse(String text) {
    return parse(text, TEXT);
  }

  /// Reads one record from a text that stands there.
  public static Entry parse(String text, Origin origin) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new RecordParser().parse(bytes, 0, bytes.length, origin);
  }

  /// The record on one line, non-ASCII characters unescaped.
  public static String line(Conversation conversation) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = JsonText.FACTORY.createGenerator(out)) {
      write(conversation, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /// The record as the authors published it: one object a file, indented by four blanks.
  public static String pretty(Conversation conversation) {
    DefaultIndenter fourBlanks = new DefaultIndenter("    ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withRootSeparator(""));
    printer.indentObjectsWith(fourBlanks);
    printer.indentArraysWith(fourBlanks);
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = JsonText.FACTORY.createGenerator(out)) {
      generator.setPrettyPrinter(printer);
      write(conversation, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /// The record as a value.
  public static Json.Obj json(Conversation conversation) {
    var json = Json.object();
    for (String key : conversation.keys()) {
      switch (key) {
        case Conversation.ID -> json.put(key, conversation.id());
        case Conversation.META_INSTRUCTION -> json.put(key, conversation.metaInstruction());
        case Conversation.NUM_TURNS -> json.put(key, conversation.declaredTurns());
        case Conversation.CHAT -> json.put(key, chat(conversation));
        default -> json.put(key, conversation.beside().get(key));
      }
    }
    return json.build();
  }

  private static Json.Obj chat(Conversation conversation) {
    var chat = Json.object();
    for (Turn turn : conversation.turns()) {
      var members = Json.object();
      for (String key : turn.keys()) {
        int field = Turn.KEYS.indexOf(key);
        members.put(key, field >= 0 ? Json.of(turn.values().get(field)) : turn.beside().get(key));
      }
      chat.put("turn_" + turn.number(), members.build());
    }
    return chat.build();
  }

  static void write(Conversation conversation, JsonGenerator out) throws IOException {
    JsonText.write(json(conversation), out);
  }
}
