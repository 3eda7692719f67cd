package io.mosskit.generator.teacher;

/// How a teacher is told that an answer must be JSON. The words of a request say so in any case;
/// this is about its `response_format`.
public enum Structured {
  /// The most that the server takes: a schema, else JSON of any shape, else nothing.
  AUTO("a schema"),
  /// `json_schema`, strict.
  SCHEMA("json_schema"),
  /// `json_object`.
  OBJECT("json_object"),
  /// Nothing.
  OFF("no response_format");

  private final String words;

  Structured(String words) {
    this.words = words;
  }

  /// As a note to people has it.
  String words() {
    return words;
  }
}
