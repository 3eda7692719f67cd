package io.mosskit.generator.template;

import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The JSON Schema of the answers to a template. It lies beside the template and says the same as
/// its words: a server that does not know schemas goes by the words alone.
final class AnswerSchema {

  private AnswerSchema() {}

  /// The schema in the resource `name.schema.json`.
  static Form load(String name) {
    String file = name + ".schema.json";
    try (InputStream in = AnswerSchema.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      if (Json.parse(new String(bytes, StandardCharsets.UTF_8)) instanceof Json.Obj schema) {
        return Form.schema(name, schema);
      }
      throw new IllegalArgumentException(file + " holds no JSON object");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonException e) {
      throw new IllegalArgumentException(file + " is no JSON", e);
    }
  }
}
