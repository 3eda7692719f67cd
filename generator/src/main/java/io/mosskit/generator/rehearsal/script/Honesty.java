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

  /// To delicate questions.
  static Manner sensitive() {
    return new FactManner(
        scene -> answer(scene, "sensitive", entry(scene), "sensitive.fact"),
        "sensitive.more",
        "sensitive.fact",
        "sensitive.close");
  }

  /// To users who say that something was wrong, before it is decided who is right.
  static Manner correction() {
    return new FactManner(
        scene -> answer(scene, "correction", entry(scene), "correction.fact"),
        "correction.more",
        "correction.fact",
        "correction.close");
  }

  /// To users who are right.
  static Manner accept() {
    return decided("accept");
  }

  /// To users who are wrong.
  static Manner hold() {
    return decided("hold");
  }

  private static Manner decided(String name) {
    return new Manner() {
      @Override
      public String open(Scene scene) {
        Book book = scene.book();
        String verdict = book.join(scene.say(name + ".open"), scene.sayOfQuote(name + ".quote"));
        return book.join(verdict, scene.say("correction.fact"), scene.say("correction.close"));
      }

      @Override
      public String goOn(Scene scene, Move move) {
        return open(scene);
      }
    };
  }

  /// To questions on which the evidence is divided.
  static Manner unsure() {
    return new FactManner(
        scene -> answer(scene, "unsure", entry(scene), "unsure.fact"),
        "unsure.more",
        "unsure.fact",
        "unsure.close");
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

  /// The answer beside the question that was recognised; a general one where none was.
  private static String entry(Scene scene) {
    if (!scene.matter().list().endsWith(".ask")) {
      return scene.say(scene.matter().list());
    }
    String list = scene.matter().list().replace(".ask", ".answer");
    List<String> answers = scene.book().lists().get(list);
    return answers.get(scene.matter().index());
  }
}
