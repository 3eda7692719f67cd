package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Phrases.Hit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells from a user's words what they are about.
final class MatterReader {

  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
  private static final List<String> ENTITIES =
      List.of(
          "place.city",
          "place.river",
          "place.peak",
          "animal",
          "invention",
          "instrument",
          "dish",
          "world");

  private final Book book;
  private final Phrases phrases;
  private final Focus focus;

  MatterReader(Book book) {
    this.book = book;
    this.phrases = book.phrases();
    this.focus = new Focus(book);
  }

  /// The matter of a text in the book's language.
  Matter read(String text) {
    String all = Phrases.fold(text);
    String topic = focus.topic(all).map(Hit::phrase).map(Phrases::fold).orElse("");
    // A topic is no sign: one may brainstorm about poems without wanting a poem.
    String folded = topic.isEmpty() ? all : all.replace(topic, "|");
    for (Kind kind : Kind.values()) {
      Optional<Hit> sign = sign(kind, folded, text);
      if (sign.isPresent()) {
        return matter(kind, sign.get(), all, text);
      }
    }
    return matter(Kind.EXPLAIN, new Hit("", 0, ""), all, text);
  }

  private Matter matter(Kind kind, Hit sign, String folded, String text) {
    return new Matter(
        kind,
        sign.list(),
        sign.index(),
        focus.subject(folded),
        focus.of(kind, sign, folded, text),
        book.language());
  }

  /// What in the text tells this kind, if anything does.
  private Optional<Hit> sign(Kind kind, String folded, String text) {
    return switch (kind) {
      case LOOKALIKE -> phrases.longest(folded, questions("lookalike"));
      case SENSITIVE -> phrases.longest(folded, questions("sensitive"));
      case DESPAIR -> phrases.longest(folded, List.of("harm.self-harm", "cue.harm.self-harm"));
      case REFUSE -> either(folded, book.family("harm", "risk"), book.family("cue.harm", "risk"));
      case PREMISE -> phrases.longest(folded, List.of("premise.ask"));
      case CORRECTION -> phrases.longest(folded, List.of("correction.ask"));
      case UNSURE -> phrases.longest(folded, List.of("unsure.ask"));
      case SAFE, REDIRECT, ACCEPT, HOLD -> Optional.empty();
      case UNKNOWN -> phrases.longest(folded, List.of("cue.unknown"));
      case SELF -> either(folded, book.family("self", "aspect"), book.family("cue.self", "aspect"));
      case PICTURE -> either(folded, List.of("pic.subject"), List.of("cue.picture"));
      case PLAY -> play(folded);
      case PLAN -> either(folded, List.of("job"), List.of("cue.plan"));
      case CODE -> code(folded);
      case LOOKUP -> either(folded, ENTITIES, List.of("cue.lookup"));
      case EQUATION -> numbers(text) < 1 ? Optional.empty() : cue(folded, "cue.equation");
      case SUM -> numbers(text) < 2 ? Optional.empty() : Optional.of(new Hit("", 0, ""));
      case WRITE -> write(folded);
      case IDEAS -> ideas(folded, text);
      case EXPLAIN -> Optional.of(new Hit("", 0, ""));
    };
  }

  /// The lists of questions of all risks.
  private List<String> questions(String name) {
    return book.family(name, "risk").stream().map(list -> list + ".ask").toList();
  }

  private Optional<Hit> either(String folded, List<String> exact, List<String> cues) {
    return phrases.longest(folded, exact).or(() -> phrases.longest(folded, cues));
  }

  private Optional<Hit> cue(String folded, String list) {
    return phrases.longest(folded, List.of(list));
  }

  /// A named character plays; a named expert advises, even where he is to be "played".
  private Optional<Hit> play(String folded) {
    Optional<Hit> character = phrases.longest(folded, book.family("character", "troupe"));
    if (character.isPresent() || phrases.any(folded, "job")) {
      return character;
    }
    return cue(folded, "cue.play");
  }

  private Optional<Hit> code(String folded) {
    Optional<Hit> task = phrases.longest(folded, book.family("code.task", "code.task.id"));
    if (task.isPresent()) {
      return task;
    }
    return cue(folded, "cue.code")
        .map(cue ->
            phrases
                .longest(folded, book.family("cue.code", "code.task.id"))
                .orElse(new Hit("cue.code", 0, "")));
  }

  private Optional<Hit> write(String folded) {
    Optional<Hit> form = phrases.longest(folded, book.family("form", "form.group"));
    if (form.isPresent()) {
      return form;
    }
    if (phrases.any(folded, "cue.ideas") || !phrases.any(folded, "cue.write")) {
      return Optional.empty();
    }
    return phrases
        .longest(folded, book.family("cue.form", "form.group"))
        .or(() -> Optional.of(new Hit("cue.form.article", 0, "")));
  }

  private Optional<Hit> ideas(String folded, String text) {
    boolean counted = Count.in(text, book.isChinese()).isPresent();
    return cue(folded, "cue.ideas")
        .or(() -> counted ? Optional.of(new Hit("", 0, "")) : Optional.empty());
  }

  private static int numbers(String text) {
    return (int) NUMBER.matcher(text).results().count();
  }
}
