package io.mosskit.generator.rehearsal.script;

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
    String taken = book.join(opening, follow, scene.sayOfQuote("code.quote"));
    String text = isKnown(scene) ? about(scene, aspect(scene)) : "";
    return Scene.paragraphs(taken, text, scene.say("code.next"), scene.say("code.close"));
  }

  @Override
  public String retell(Scene scene) {
    return Scene.paragraphs(scene.say("switch.open"), open(scene));
  }

  private static boolean isKnown(Scene scene) {
    return scene.book().lists().get("code.task.id").contains(scene.matter().key());
  }

  private static String known(Scene scene) {
    String task = scene.matter().key();
    String language = language(scene);
    String code = fenced(language, scene.snippets().get(task, language));
    String opening = scene.say("code.open", Map.of("lang", language, "task", task(scene)));
    String how = about(scene, "how");
    String more = about(scene, scene.chance(0.5) ? "edge" : "cost");
    String end = scene.chance(0.7) ? scene.say("code.close") : "";
    return Scene.paragraphs(opening, code, how, more, end);
  }

  private static String unknown(Scene scene) {
    String opening = scene.say("code.unknown");
    String code = fenced("Python", scene.snippets().get("cases", "Python"));
    return Scene.paragraphs(opening, code, scene.say("code.unknown.close"));
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

  /// What the user's words ask about, else what was not said yet.
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
