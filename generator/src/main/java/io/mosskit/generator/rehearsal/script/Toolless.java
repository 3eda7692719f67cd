package io.mosskit.generator.rehearsal.script;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Requests that a plugin would serve, answered without one: the way instead of the result.
final class Toolless {

  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.:][0-9]+)?");
  private static final int MOST_NUMBERS = 8;

  private Toolless() {}

  /// Arithmetic.
  static Manner sum() {
    return new FactManner(
        scene -> steps(scene, "sum.steps", "sum.close"), "sum.more", "sum.fact", "ask.close");
  }

  /// Equations.
  static Manner equation() {
    return new FactManner(
        scene -> steps(scene, "equation.steps", "equation.close"),
        "sum.more",
        "sum.fact",
        "ask.close");
  }

  /// Facts that would have to be looked up.
  static Manner lookup() {
    return new FactManner(Toolless::whereToLook, "lookup.more", "lookup.fact", "lookup.close");
  }

  /// Pictures.
  static Manner picture() {
    return new FactManner(Toolless::inWords, "picture.talk", "picture.fact", "picture.close");
  }

  private static String steps(Scene scene, String steps, String close) {
    Map<String, String> given = Map.of("given", given(scene));
    String opening = scene.say("sum.open", given);
    return Scene.paragraphs(opening, scene.say(steps, given), scene.say(close));
  }

  private static String given(Scene scene) {
    List<String> numbers =
        NUMBER
            .matcher(scene.talk().firstUser())
            .results()
            .map(MatchResult::group)
            .distinct()
            .limit(MOST_NUMBERS)
            .toList();
    return scene.book().enumerate(numbers);
  }

  private static String whereToLook(Scene scene) {
    String opening = scene.say("lookup.open");
    return Scene.paragraphs(
        opening, scene.book().join(scene.say("lookup.steps"), scene.say("lookup.close")));
  }

  private static String inWords(Scene scene) {
    String opening = scene.say("picture.open");
    String picture = scene.book().join(scene.say("picture.body"), scene.say("picture.fact"));
    return Scene.paragraphs(opening, picture, scene.say("picture.close"));
  }
}
