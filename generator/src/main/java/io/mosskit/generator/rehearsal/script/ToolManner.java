package io.mosskit.generator.rehearsal.script;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Requests that a plugin would serve, answered without one: the way instead of the result.
final class ToolManner implements Manner {

  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.:][0-9]+)?");
  private static final int MOST_NUMBERS = 8;

  @Override
  public String open(Scene scene) {
    return switch (scene.matter().kind()) {
      case SUM -> steps(scene, "sum.steps", "sum.close");
      case EQUATION -> steps(scene, "equation.steps", "equation.close");
      case PICTURE -> picture(scene);
      default -> lookup(scene);
    };
  }

  @Override
  public String goOn(Scene scene, Move move) {
    return switch (scene.matter().kind()) {
      case PICTURE -> about(scene, move, "picture.talk", "picture.fact", "picture.close");
      case LOOKUP -> about(scene, move, "lookup.more", "lookup.fact", "lookup.close");
      default -> about(scene, move, "sum.more", "sum.fact", "ask.close");
    };
  }

  private static String about(Scene scene, Move move, String more, String fact, String close) {
    return scene
        .book()
        .join(scene.say(move.opening()), scene.sayOfQuote(more), scene.say(fact), scene.say(close));
  }

  private static String steps(Scene scene, String steps, String close) {
    Map<String, String> given = Map.of("given", given(scene));
    return scene.say("sum.open", given)
        + "\n\n"
        + scene.say(steps, given)
        + "\n\n"
        + scene.say(close);
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

  private static String lookup(Scene scene) {
    return scene.say("lookup.open")
        + "\n\n"
        + scene.book().join(scene.say("lookup.steps"), scene.say("lookup.close"));
  }

  private static String picture(Scene scene) {
    Book book = scene.book();
    return scene.say("picture.open")
        + "\n\n"
        + book.join(scene.say("picture.body"), scene.say("picture.fact"))
        + "\n\n"
        + scene.say("picture.close");
  }
}
