package io.mosskit.curation.filter;

import io.mosskit.curation.text.Decimals;
import io.mosskit.curation.text.Measures;
import io.mosskit.curation.text.Measures.TurnMeasures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One rule that a dialogue has to pass. The rules are about dialogues: those for web pages (fifty
/// words at least, the commonest English words among them) would drop every short question and
/// every Chinese one.
public sealed interface Filter
    permits Filter.EmptyReply,
        Filter.TooShort,
        Filter.TooLong,
        Filter.Repetitive,
        EmptyUser,
        RoleLength,
        CharacterShare,
        TurnSign,
        LanguageMismatch {

  /// The first rules of the [Profile], in the order in which they are asked. They are lenient: they
  /// pass all 784 published samples, refrains of songs and repeated product names included, and
  /// stop replies that have fallen into a loop.
  List<Filter> DIALOGUE =
      List.of(
          new EmptyReply(), new TooShort(4), new TooLong(100_000), new Repetitive(0.4, 0.4, 100));

  /// The rule's name, the reason in `rejected.jsonl`: snake case, the same between versions.
  String name();

  /// Why the dialogue does not pass, or nothing.
  Optional<Breach> check(Conversation conversation, Measures measures);

  /// The limits, as they stand in the settings of a run.
  Json.Obj limits();

  /// The same rule with another limit: the one that a user sets as `name=limit`.
  ///
  /// @throws IllegalArgumentException if the rule has none, or not this one
  Filter withLimit(double limit);

  /// The first rule that the dialogue does not pass.
  static Optional<Breach> firstBreach(
      List<Filter> filters, Conversation conversation, Measures measures) {
    for (Filter filter : filters) {
      Optional<Breach> breach = filter.check(conversation, measures);
      if (breach.isPresent()) {
        return breach;
      }
    }
    return Optional.empty();
  }

  /// Each reply says something: it is neither blank nor `None`.
  record EmptyReply() implements Filter {

    @Override
    public String name() {
      return "empty_reply";
    }

    @Override
    public Optional<Breach> check(Conversation conversation, Measures measures) {
      for (Turn turn : conversation.turns()) {
        if (turn.reply().isBlank() || turn.isNone(Field.MOSS)) {
          return Optional.of(
              new Breach(
                  name(),
                  "the reply of turn " + turn.number() + " is empty; a reply is what is trained",
                  Json.object().put("turn", turn.number()).build()));
        }
      }
      return Optional.empty();
    }

    @Override
    public Json.Obj limits() {
      return Json.Obj.EMPTY;
    }

    @Override
    public Filter withLimit(double limit) {
      throw Limits.none(name());
    }
  }

  /// User and assistant together write at least so many characters.
  record TooShort(int minCharacters) implements Filter {

    @Override
    public String name() {
      return "too_short";
    }

    @Override
    public Optional<Breach> check(Conversation conversation, Measures measures) {
      long characters = measures.userCharacters() + measures.replyCharacters();
      return characters >= minCharacters
          ? Optional.empty()
          : Optional.of(length(name(), characters, "at least", minCharacters));
    }

    @Override
    public Json.Obj limits() {
      return Json.object().put("min_characters", minCharacters).build();
    }

    @Override
    public Filter withLimit(double limit) {
      return new TooShort(Limits.whole(name(), limit));
    }
  }

  /// User and assistant together write at most so many characters.
  record TooLong(int maxCharacters) implements Filter {

    @Override
    public String name() {
      return "too_long";
    }

    @Override
    public Optional<Breach> check(Conversation conversation, Measures measures) {
      long characters = measures.userCharacters() + measures.replyCharacters();
      return characters <= maxCharacters
          ? Optional.empty()
          : Optional.of(length(name(), characters, "at most", maxCharacters));
    }

    @Override
    public Json.Obj limits() {
      return Json.object().put("max_characters", maxCharacters).build();
    }

    @Override
    public Filter withLimit(double limit) {
      return new TooLong(Limits.whole(name(), limit));
    }
  }

  /// No reply of at least `minCharacters` characters repeats itself beyond these shares of it.
  ///
  /// @param maxLines the largest share of characters in lines that repeat an earlier line
  /// @param maxGram the largest share that one run of four units covers
  /// @param minCharacters shorter replies are not asked: two words twice are half of a short one
  record Repetitive(double maxLines, double maxGram, int minCharacters) implements Filter {

    @Override
    public String name() {
      return "repetition";
    }

    @Override
    public Optional<Breach> check(Conversation conversation, Measures measures) {
      for (int i = 0; i < measures.turns().size(); i++) {
        TurnMeasures turn = measures.turns().get(i);
        if (turn.reply() < minCharacters) {
          continue;
        }
        int number = conversation.turns().get(i).number();
        if (turn.repetition().lines() > maxLines) {
          return Optional.of(breach(number, "lines", turn.repetition().lines(), maxLines));
        }
        if (turn.repetition().gram() > maxGram) {
          return Optional.of(breach(number, "gram", turn.repetition().gram(), maxGram));
        }
      }
      return Optional.empty();
    }

    private Breach breach(int turn, String what, double share, double limit) {
      String repeated =
          what.equals("lines") ? "in lines that repeat earlier ones" : "in one run of four units";
      return new Breach(
          name(),
          String.format(
              Locale.ROOT,
              "the reply of turn %d has %.0f %% of its characters %s, expected at most %.0f %%",
              turn,
              100 * share,
              repeated,
              100 * limit),
          Json.object()
              .put("turn", turn)
              .put(what, Decimals.rounded(share))
              .put("limit", limit)
              .build());
    }

    @Override
    public Json.Obj limits() {
      return Json.object()
          .put("max_lines", maxLines)
          .put("max_gram", maxGram)
          .put("min_characters", minCharacters)
          .build();
    }

    @Override
    public Filter withLimit(double limit) {
      double share = Limits.share(name(), limit);
      return new Repetitive(share, share, minCharacters);
    }
  }

  private static Breach length(String name, long characters, String bound, int limit) {
    return new Breach(
        name,
        "the dialogue has " + characters + " characters, expected " + bound + " " + limit,
        Json.object().put("characters", characters).put("limit", limit).build());
  }
}
