package io.mosskit.schema.io;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Cuts a file that is one JSON array into its elements. Where the array breaks, nothing says where
/// the next element begins, so the rest of the file is one rejection.
final class ArrayCutter {

  private final Path file;
  private final int maxRecordBytes;
  private final BlockCutter.Sink sink;

  ArrayCutter(Path file, int maxRecordBytes, BlockCutter.Sink sink) {
    this.file = file;
    this.maxRecordBytes = maxRecordBytes;
    this.sink = sink;
  }

  void cut(InputStream in) throws IOException, InterruptedException {
    Origin at = new Origin(file, 1, 0);
    try (JsonParser parser = JsonText.FACTORY.createParser(in)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        at = origin(parser.currentTokenLocation());
        emit(JsonText.read(parser), at);
      }
    } catch (JsonException e) {
      sink.accept(broken(e, at));
    } catch (JsonProcessingException e) {
      sink.accept(broken(JsonText.translate(e), at));
    }
  }

  private Origin origin(JsonLocation location) {
    return new Origin(file, location.getLineNr(), location.getByteOffset());
  }

  private void emit(Json element, Origin at) throws InterruptedException {
    byte[] bytes = element.text().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > maxRecordBytes) {
      sink.accept(new Block.Unreadable(Unread.tooLong(bytes.length, maxRecordBytes, at, element)));
    } else {
      sink.accept(new Block.Document(bytes, at));
    }
  }

  private static Block broken(JsonException e, Origin at) {
    ReadFault fault =
        e.problem() == JsonException.Problem.DUPLICATE_KEY
            ? ReadFault.DUPLICATE_KEY
            : ReadFault.NOT_JSON;
    return new Block.Unreadable(
        Unread.of(
            fault,
            e.getMessage() + "; the array breaks in or after the record here, the rest is not read",
            at,
            Json.object().put("text", "").build()));
  }
}
