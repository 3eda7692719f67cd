package io.mosskit.generator.rehearsal.script;

import java.util.List;
import java.util.Map;

/// Letters, stories, poems, speeches, articles and notices.
final class TextManner implements Manner {

  @Override
  public String open(Scene scene) {
    String intro = scene.chance(0.7) ? scene.say("write.intro") : "";
    String text = text(scene);
    // A letter ends with a name, which alone would look like a text that was cut.
    boolean closes = scene.matter().key().equals("letter") || scene.chance(0.7);
    return Scene.paragraphs(intro, text, closes ? scene.say("write.outro") : "");
  }

  @Override
  public String retell(Scene scene) {
    return Scene.paragraphs(scene.say("switch.open"), open(scene));
  }

  @Override
  public String goOn(Scene scene, Move move) {
    return switch (move) {
      case CORRECT, OBJECT -> changed(scene, move);
      case CONTINUE -> more(scene);
      case BEGIN, THANK, SWITCH, ASK -> wantsMore(scene) ? more(scene) : explained(scene);
    };
  }

  private static boolean wantsMore(Scene scene) {
    return scene.quote().isEmpty() || scene.book().phrases().any(scene.asked(), "cue.about.more");
  }

  private static String more(Scene scene) {
    String head = scene.say("write.more");
    String next = scene.say("write.next");
    return Scene.paragraphs(head, next, scene.say("write.next"), scene.say("write.outro"));
  }

  private static String changed(Scene scene, Move move) {
    String head = scene.say(move.opening());
    String changed = scene.say("write.changed");
    return Scene.paragraphs(head, changed, scene.say("write.next"), scene.say("write.outro"));
  }

  private static String explained(Scene scene) {
    Book book = scene.book();
    return book.join(scene.say("ask.open"), scene.say("write.explain"), scene.say("write.offer"));
  }

  private static String text(Scene scene) {
    String form = scene.matter().key();
    String text = scene.say("write." + form, Map.of("advice", scene.advice().text(true)));
    return Scene.paragraphs(
        wished(scene, "opening"), text, place(scene, form), wished(scene, "ending"));
  }

  /// A word on the place that the prompt names.
  private static String place(Scene scene, String form) {
    Book book = scene.book();
    String own = "write.place." + form;
    String list = book.lists().has(own) ? own : "write.place";
    return book.phrases()
        .longest(scene.asked(), List.of("place"))
        .map(hit -> scene.say(list, Map.of("place", hit.phrase())))
        .orElse("");
  }

  /// The first or the last sentence that the prompt prescribes.
  private static String wished(Scene scene, String list) {
    return scene
        .book()
        .phrases()
        .longest(scene.asked(), List.of(list))
        .map(Phrases.Hit::phrase)
        .orElse("");
  }
}
