package io.mosskit.generator.teacher;

import io.mosskit.schema.chat.ChatRequest.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// What the server is known to take of [Structured], learnt from its refusals and kept as long as
/// the process lives. Thread-safe.
final class StructuredLevel {

  /// How servers name what they refuse; seen with OpenAI, vLLM, llama.cpp, Groq and DeepSeek.
  private static final List<String> NAMES =
      List.of("response_format", "response format", "json_schema", "json_object");

  private final TeacherSettings settings;
  private final Consumer<String> notes;
  private final AtomicReference<Structured> known;

  StructuredLevel(TeacherSettings settings, Consumer<String> notes) {
    this.settings = settings;
    this.notes = notes;
    boolean automatic = settings.structured() == Structured.AUTO;
    this.known = new AtomicReference<>(automatic ? Structured.SCHEMA : settings.structured());
  }

  /// What a request of that form is sent with.
  Structured of(Form form) {
    return switch (form) {
      case Form.Text _ -> Structured.OFF;
      case Form.JsonObject _ -> lower(known.get(), Structured.OBJECT);
      case Form.JsonSchema _ -> known.get();
    };
  }

  /// What to send a request with instead, whose level was refused; empty where the refusal is about
  /// something else, or there is nothing else to try.
  Optional<Structured> below(Structured level, ServerError error) {
    boolean fixed = settings.structured() != Structured.AUTO;
    if (fixed || level == Structured.OFF || !isAboutForm(error)) {
      return Optional.empty();
    }
    return Optional.of(level == Structured.SCHEMA ? Structured.OBJECT : Structured.OFF);
  }

  private static boolean isAboutForm(ServerError error) {
    String message = error.message().toLowerCase(Locale.ROOT);
    return switch (error.status()) {
      case 400 ->
          error.param().startsWith("response_format") || NAMES.stream().anyMatch(message::contains);
      case 422 -> true;
      default -> false;
    };
  }

  /// Remembers the level at which a request was taken that was refused at a higher one. Only now: a
  /// bare 422 may have been about something else.
  void settle(Structured level) {
    Structured before = known.getAndAccumulate(level, StructuredLevel::lower);
    if (before.compareTo(level) < 0) {
      notes.accept(
          "%s at %s refuses %s; it is asked with %s from now on"
              .formatted(settings.model(), settings.baseUrl(), before.words(), level.words()));
    }
  }

  private static Structured lower(Structured one, Structured other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
