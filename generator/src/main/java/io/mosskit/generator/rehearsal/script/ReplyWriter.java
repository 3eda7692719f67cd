package io.mosskit.generator.rehearsal.script;

import io.mosskit.schema.text.Language;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// Writes the assistant's replies.
final class ReplyWriter {

  private final Books books;
  private final MatterReader chinese;
  private final MatterReader english;
  private final Map<Kind, Manner> manners = new EnumMap<>(Kind.class);

  ReplyWriter(Books books) {
    this.books = books;
    this.chinese = new MatterReader(books.chinese());
    this.english = new MatterReader(books.english());
    for (Kind kind : Kind.values()) {
      manners.put(kind, manner(kind));
    }
  }

  private static Manner manner(Kind kind) {
    return switch (kind) {
      case DESPAIR, REFUSE -> new CareManner("refuse");
      case SAFE -> new CareManner("safe");
      case REDIRECT -> new CareManner("redirect");
      case LOOKALIKE -> Honesty.lookalike();
      case SENSITIVE -> Honesty.sensitive();
      case CORRECTION -> Honesty.correction();
      case ACCEPT -> Honesty.accept();
      case HOLD -> Honesty.hold();
      case UNSURE -> Honesty.unsure();
      case PREMISE -> Honesty.premise();
      case UNKNOWN -> Honesty.unknown();
      case SELF -> Honesty.self();
      case PLAY -> new PlayManner();
      case PLAN -> AdviceManner.plan();
      case CODE -> new CodeManner();
      case LOOKUP -> Toolless.lookup();
      case PICTURE -> Toolless.picture();
      case EQUATION -> Toolless.equation();
      case SUM -> Toolless.sum();
      case WRITE -> new TextManner();
      case IDEAS -> AdviceManner.ideas();
      case EXPLAIN -> AdviceManner.explanation();
    };
  }

  /// The reply in the language of the user's last message.
  String write(Talk talk, Guide guide, RandomGenerator random) {
    return write(talk, guide, books.of(talk.language()), random);
  }

  /// The reply in the language that the user did not choose.
  String writeInOtherLanguage(Talk talk, Guide guide, RandomGenerator random) {
    return write(talk, guide, books.other(books.of(talk.language())), random);
  }

  private String write(Talk talk, Guide guide, Book book, RandomGenerator random) {
    String quote = Quotes.taken(talk.lastUser(), talk.allReplies()).orElse("");
    Matter opened = opening(talk);
    String words = talk.lastUser().replace(quote, "");
    Matter asked = read(words);
    Book spoken = books.of(talk.language());
    Move told = Moves.read(talk, words, spoken, asked.kind(), opened.kind());
    Move move = guide.isGiven() ? guided(told, talk, guide) : told;
    Matter matter = guide.steer(told == Move.BEGIN && !guide.isGiven() ? asked : opened);
    Manner manner = Objects.requireNonNull(manners.get(matter.kind()));
    Scene scene = new Scene(books, book, matter, talk, quote, random);
    String reply = reply(move, manner, scene);
    boolean more = (move == Move.BEGIN || move == Move.CONTINUE) && wantsParts(talk, matter.kind());
    return more ? reply + "\n\n" + scene.say("parts.close") : reply;
  }

  /// A talk with a note stays with what it began with: who asks for the same harm again insists.
  private static Move guided(Move told, Talk talk, Guide guide) {
    if (told != Move.BEGIN || talk.user().size() < 2) {
      return told;
    }
    return guide.declines() ? Move.OBJECT : Move.ASK;
  }

  private static String reply(Move move, Manner manner, Scene scene) {
    return switch (move) {
      case BEGIN -> manner.open(scene);
      case THANK -> scene.say(thanks(scene.matter().kind().manner()));
      case SWITCH -> manner.retell(scene);
      case CONTINUE, CORRECT, OBJECT, ASK -> manner.goOn(scene, move);
    };
  }

  private static String thanks(String manner) {
    return switch (manner) {
      case "play", "refuse" -> "thanks." + manner;
      case "code", "fact" -> "thanks.plain";
      default -> "thanks.reply";
    };
  }

  /// Whether the talk began with the wish for something long, part by part.
  private boolean wantsParts(Talk talk, Kind kind) {
    Book book = books.of(Language.of(talk.firstUser()));
    boolean fits = EnumSet.of(Kind.WRITE, Kind.IDEAS, Kind.EXPLAIN, Kind.PLAN).contains(kind);
    return fits && book.phrases().any(Phrases.fold(talk.firstUser()), "cue.parts");
  }

  /// What the talk began with.
  Matter opening(Talk talk) {
    return read(talk.firstUser());
  }

  private Matter read(String words) {
    return (Language.of(words) == Language.ZH ? chinese : english).read(words);
  }
}
