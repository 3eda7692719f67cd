package io.mosskit.schema.check;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The JSON Schemas (draft 2020-12) of the files that the toolkit reads and writes. Thread-safe.
public final class JsonSchemas {

  private JsonSchemas() {}

  /// The names of all schemas.
  public static final List<String> NAMES =
      List.of(
          "conversations",
          "moss-002",
          "seeds",
          "prompts",
          "rejections",
          "messages",
          "sharegpt",
          "alpaca",
          "training-text",
          "statistics",
          "recipe");

  /// One schema, ready to hold values against.
  public static final class JsonSchema {

    private final Schema schema;

    private JsonSchema(Schema schema) {
      this.schema = schema;
    }

    /// What in this value is not as the schema wants it: a JSON pointer and a sentence each. Empty
    /// where the value is valid.
    public List<String> violations(Json value) {
      return schema.validate(value.text(), InputFormat.JSON).stream()
          .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
          .toList();
    }
  }

  /// The text of a schema.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public static String text(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("no schema \"" + name + "\"; there are " + NAMES);
    }
    try (InputStream in =
        Objects.requireNonNull(
            JsonSchemas.class.getResourceAsStream(name + ".schema.json"), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The schema of that name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static JsonSchema named(String name) {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    return new JsonSchema(registry.getSchema(text(name), InputFormat.JSON));
  }
}
