package io.mosskit.generator.rehearsal.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Code with its explanation.
final class CodeManner implements Manner {

  private static final List<String> ASPECTS = List.of("how", "edge", "cost");

  @Override
  public String open(Scene scene) {
    return isKnown(scene) ? known(scene) : unknown(scene);
  }

  @Override
  public String goOn(Scene scene, Move move) {
    Book book = scene.book();
    boolean contradicts = move == Move.CORRECT || move == Move.OBJECT;
    String opening = contradicts ? scene.say(move.opening()) : "";
    String follow = scene.say("code.follow", Map.of("task", task(scene)));
    return book.join(opening, follow, scene.sayOfQuote("code.quote"))
        + "\n\n"
        + String.join("\n\n", explanations(scene))
        + "\n\n"
        + scene.say("code.close");
  }

  private static boolean isKnown(Scene scene) {
    return scene.book().lists().get("code.task.id").contains(scene.matter().key());
  }

  private static String known(Scene scene) {
    String task = scene.matter().key();
    String language = language(scene);
    String code = fenced(language, scene.snippets().get(task, language));
    String opening = scene.say("code.open", Map.of("lang", language, "task", task(scene)));
    List<String> parts = new ArrayList<>(List.of(opening, code, about(scene, "how")));
    parts.add(about(scene, scene.chance(0.5) ? "edge" : "cost"));
    if (scene.chance(0.7)) {
      parts.add(scene.say("code.close"));
    }
    return String.join("\n\n", parts);
  }

  private static String unknown(Scene scene) {
    return scene.say("code.unknown")
        + "\n\n"
        + fenced("Python", scene.snippets().get("cases", "Python"))
        + "\n\n"
        + scene.say("code.unknown.close");
  }

  private static String fenced(String language, String code) {
    return "```" + language.toLowerCase(Locale.ROOT) + "\n" + code + "\n```";
  }

  /// The task as the user named it, else by its first name.
  private static String task(Scene scene) {
    if (!isKnown(scene)) {
      return scene.matter().focus();
    }
    String list = "code.task." + scene.matter().key();
    return scene
        .book()
        .phrases()
        .longest(Phrases.fold(scene.talk().firstUser()), List.of(list))
        .map(Phrases.Hit::phrase)
        .orElse(scene.book().lists().get(list).getFirst());
  }

  private static String language(Scene scene) {
    String asked = Phrases.fold(scene.talk().firstUser());
    return scene
        .book()
        .phrases()
        .longest(asked, List.of("code.lang"))
        .map(Phrases.Hit::phrase)
        .orElse("Python");
  }

  private static String about(Scene scene, String aspect) {
    String text = scene.book().lists().get(aspect + "." + scene.matter().key()).getFirst();
    return scene.say("code." + aspect, Map.of("text", text));
  }

  /// What the user's words ask about, else what was not said yet, and a next step.
  private static List<String> explanations(Scene scene) {
    List<String> parts = new ArrayList<>();
    if (isKnown(scene)) {
      parts.add(about(scene, aspect(scene)));
    }
    parts.add(scene.say("code.next"));
    return parts;
  }

  private static String aspect(Scene scene) {
    for (String aspect : List.of("edge", "cost")) {
      if (scene.book().phrases().any(scene.asked(), "cue.about." + aspect)) {
        return aspect;
      }
    }
    String before = scene.talk().allReplies();
    for (String aspect : ASPECTS) {
      String list = aspect + "." + scene.matter().key();
      if (!before.contains(scene.book().lists().get(list).getFirst())) {
        return aspect;
      }
    }
    return ASPECTS.get(scene.random().nextInt(ASPECTS.size()));
  }
}
