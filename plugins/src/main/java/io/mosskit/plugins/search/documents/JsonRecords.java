package io.mosskit.plugins.search.documents;

import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.io.ValueEntry;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Documents that are records of a JSON file.
final class JsonRecords {

  private JsonRecords() {}

  static void read(Path file, DocumentFields fields, Documents.Counted sink) throws IOException {
    Corpus corpus = Corpus.of(List.of(file), ReadOptions.defaults(), Set.of(FileKind.values()));
    try (Scan<ValueEntry> scan = corpus.scanValues(entry -> entry)) {
      for (ValueEntry entry : scan) {
        switch (entry) {
          case ValueEntry.Rejected(Rejection rejection) -> sink.reject(rejection);
          case ValueEntry.Accepted(Json value, Origin origin) -> read(value, origin, fields, sink);
        }
        sink.read(scan.bytesRead());
      }
    }
  }

  private static void read(Json value, Origin origin, DocumentFields fields, Documents.Counted sink)
      throws IOException {
    String text = member(value, fields.text());
    if (text == null || text.isBlank()) {
      sink.reject(Faults.missingText(fields.text(), origin, value));
    } else {
      String source = member(value, fields.source());
      sink.document(
          new SourceDocument(
              orEmpty(member(value, fields.title())),
              text,
              orEmpty(source == null ? member(value, "id") : source)));
    }
  }

  private static @Nullable String member(Json value, String name) {
    return value instanceof Json.Obj record
        ? switch (record.get(name)) {
          case Json.Str(String text) -> text;
          case Json.Num number -> number.lexeme();
          case null -> null;
          case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> null;
        }
        : null;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
