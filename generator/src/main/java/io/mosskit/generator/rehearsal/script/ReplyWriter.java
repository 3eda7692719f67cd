package io.mosskit.generator.rehearsal.script;

import java.util.random.RandomGenerator;

/// Writes the assistant's replies.
final class ReplyWriter {

  private final Books books;
  private final MatterReader chinese;
  private final MatterReader english;
  private final Manner advice = new AdviceManner();
  private final Manner code = new CodeManner();
  private final Manner play = new PlayManner();
  private final Manner text = new TextManner();
  private final Manner care = new CareManner();
  private final Manner honest = new HonestManner();
  private final Manner tool = new ToolManner();

  ReplyWriter(Books books) {
    this.books = books;
    this.chinese = new MatterReader(books.chinese());
    this.english = new MatterReader(books.english());
  }

  /// The reply in the language of the user's last message.
  String write(Talk talk, RandomGenerator random) {
    return write(talk, books.of(talk.language()), random);
  }

  /// The reply in the language that the user did not choose.
  String writeInOtherLanguage(Talk talk, RandomGenerator random) {
    return write(talk, books.other(books.of(talk.language())), random);
  }

  private String write(Talk talk, Book book, RandomGenerator random) {
    String quote = Quotes.taken(talk.lastUser(), talk.allReplies()).orElse("");
    Matter opened = opening(talk);
    Matter asked = read(talk.lastUser().replace(quote, ""));
    Book spoken = books.of(talk.language());
    Move move = Moves.read(talk, spoken, asked.kind(), opened.kind(), !quote.isEmpty());
    Matter matter = move == Move.BEGIN ? asked : opened;
    Manner manner = manner(matter.kind());
    Scene scene = new Scene(books, book, matter, talk, quote, random);
    return switch (move) {
      case BEGIN -> manner.open(scene);
      case THANK -> scene.say("thanks.reply");
      case SWITCH -> manner.retell(scene);
      case CONTINUE, CORRECT, OBJECT, ASK -> manner.goOn(scene, move);
    };
  }

  /// What the talk began with.
  Matter opening(Talk talk) {
    return read(talk.firstUser());
  }

  private Matter read(String words) {
    boolean inChinese =
        io.mosskit.schema.text.Language.of(words) == io.mosskit.schema.text.Language.ZH;
    return (inChinese ? chinese : english).read(words);
  }

  private Manner manner(Kind kind) {
    return switch (kind) {
      case DESPAIR, REFUSE -> care;
      case LOOKALIKE, PREMISE, UNKNOWN, SELF -> honest;
      case PICTURE, LOOKUP, EQUATION, SUM -> tool;
      case PLAY -> play;
      case CODE -> code;
      case WRITE -> text;
      case PLAN, IDEAS, EXPLAIN -> advice;
    };
  }
}
