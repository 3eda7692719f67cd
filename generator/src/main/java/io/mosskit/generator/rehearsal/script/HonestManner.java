package io.mosskit.generator.rehearsal.script;

import java.util.List;

/// Plain answers where a less honest one would be easy: about the assistant itself, to what nobody
/// knows, to what is assumed and false; and to harmless questions that sound alarming.
final class HonestManner implements Manner {

  @Override
  public String open(Scene scene) {
    return switch (scene.matter().kind()) {
      case LOOKALIKE -> around(scene, "lookalike.open", entry(scene), "lookalike.close");
      case PREMISE -> around(scene, "premise.open", entry(scene), "premise.close");
      case UNKNOWN -> around(scene, "unknown.open", scene.say("unknown.why"), "unknown.instead");
      default ->
          around(scene, "honest.open", scene.say("am." + scene.matter().key()), "honest.close");
    };
  }

  @Override
  public String goOn(Scene scene, Move move) {
    return switch (scene.matter().kind()) {
      case LOOKALIKE -> about(scene, move, "lookalike.more", "lookalike.fact", "lookalike.close");
      case PREMISE -> about(scene, move, "premise.more", "premise.fact", "premise.close");
      case UNKNOWN -> about(scene, move, "honest.more", "unknown.fact", "unknown.instead");
      default -> about(scene, move, "honest.more", "self.fact", "honest.close");
    };
  }

  private static String about(Scene scene, Move move, String more, String fact, String close) {
    Book book = scene.book();
    String answer = book.join(scene.say(move.opening()), scene.sayOfQuote(more));
    return book.join(answer, scene.say(fact), scene.say(close));
  }

  private static String around(Scene scene, String open, String core, String close) {
    return scene.book().join(scene.say(open), core, scene.say(close));
  }

  /// The answer beside the question that was recognised.
  private static String entry(Scene scene) {
    String list = scene.matter().list().replace(".ask", ".answer");
    List<String> answers = scene.book().lists().get(list);
    return answers.get(scene.matter().index());
  }
}
