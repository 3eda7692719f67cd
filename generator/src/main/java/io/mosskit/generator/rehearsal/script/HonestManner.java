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
      case UNKNOWN ->
          around(scene, "unknown.open", scene.say("unknown.why"), "unknown.instead");
      default -> around(scene, "honest.open", scene.say("am." + key(scene)), "honest.close");
    };
  }

  @Override
  public String goOn(Scene scene, Move move) {
    String opening =
        switch (move) {
          case CORRECT -> scene.say("correct.open");
          case OBJECT -> scene.say("object.open");
          case BEGIN, THANK, CONTINUE, SWITCH, ASK -> scene.say("ask.open");
        };
    Book book = scene.book();
    return book.join(
        opening, scene.sayOfQuote("honest.more"), scene.say("honest.help"), scene.say("ask.close"));
  }

  private static String around(Scene scene, String open, String core, String close) {
    return scene.book().join(scene.say(open), core, scene.say(close));
  }

  private static String key(Scene scene) {
    return scene.matter().key();
  }

  /// The answer beside the question that was recognised.
  private static String entry(Scene scene) {
    String list = scene.matter().list().replace(".ask", ".answer");
    List<String> answers = scene.book().lists().get(list);
    return answers.get(scene.matter().index());
  }
}
