package io.mosskit.generator.rehearsal.script;

import java.util.List;

/// Plain answers where a less honest one would be easy.
final class Honesty {

  private Honesty() {}

  /// To harmless questions that sound alarming.
  static Manner lookalike() {
    return new FactManner(
        scene -> answer(scene, "lookalike", entry(scene), "lookalike.fact"),
        "lookalike.more",
        "lookalike.fact",
        "lookalike.close");
  }

  /// To questions that assume something false.
  static Manner premise() {
    return new FactManner(
        scene -> answer(scene, "premise", entry(scene), "premise.fact"),
        "premise.more",
        "premise.fact",
        "premise.close");
  }

  /// To questions that nobody can answer.
  static Manner unknown() {
    return new FactManner(
        scene -> answer(scene, "unknown", scene.say("unknown.why"), "unknown.fact"),
        "honest.more",
        "unknown.fact",
        "unknown.close");
  }

  /// About the assistant itself.
  static Manner self() {
    return new FactManner(
        scene -> answer(scene, "honest", scene.say("am." + scene.matter().key()), "self.fact"),
        "honest.more",
        "self.fact",
        "honest.close");
  }

  private static String answer(Scene scene, String name, String core, String fact) {
    Book book = scene.book();
    String start = book.join(scene.say(name + ".open"), core);
    return book.join(start, scene.say(fact), scene.say(name + ".close"));
  }

  /// The answer beside the question that was recognised.
  private static String entry(Scene scene) {
    String list = scene.matter().list().replace(".ask", ".answer");
    List<String> answers = scene.book().lists().get(list);
    return answers.get(scene.matter().index());
  }
}
