package io.mosskit.generator.rehearsal.script;

import java.util.List;
import java.util.Map;

/// Letters, stories, poems, speeches, articles and notices.
final class TextManner implements Manner {

  @Override
  public String open(Scene scene) {
    String intro = scene.chance(0.7) ? scene.say("write.intro") + "\n\n" : "";
    String outro = scene.chance(0.7) ? "\n\n" + scene.say("write.outro") : "";
    return intro + text(scene) + outro;
  }

  @Override
  public String goOn(Scene scene, Move move) {
    return switch (move) {
      case CORRECT, OBJECT -> scene.say(move.opening()) + "\n\n" + changed(scene);
      case CONTINUE -> more(scene);
      case BEGIN, THANK, SWITCH, ASK -> wantsMore(scene) ? more(scene) : explained(scene);
    };
  }

  private static boolean wantsMore(Scene scene) {
    return scene.quote().isEmpty() || scene.book().phrases().any(scene.asked(), "cue.about.more");
  }

  private static String more(Scene scene) {
    return scene.say("write.more")
        + "\n\n"
        + scene.say("write.next")
        + "\n\n"
        + scene.say("write.next")
        + "\n\n"
        + scene.say("write.outro");
  }

  private static String explained(Scene scene) {
    Book book = scene.book();
    return book.join(scene.say("ask.open"), scene.say("write.explain"), scene.say("write.offer"));
  }

  private static String changed(Scene scene) {
    return scene.say("write.changed")
        + "\n\n"
        + scene.say("write.next")
        + "\n\n"
        + scene.say("write.outro");
  }

  private static String text(Scene scene) {
    String form = scene.matter().key();
    String text = scene.say("write." + form, Map.of("advice", scene.advice()));
    return wished(scene, "opening") + text + place(scene) + wished(scene, "ending");
  }

  /// A word on the place that the prompt names.
  private static String place(Scene scene) {
    Book book = scene.book();
    String own = "write.place." + scene.matter().key();
    String list = book.lists().has(own) ? own : "write.place";
    return book.phrases()
        .longest(scene.asked(), List.of("place"))
        .map(hit -> "\n\n" + scene.say(list, Map.of("place", hit.phrase())))
        .orElse("");
  }

  /// The first or the last sentence that the prompt prescribes.
  private static String wished(Scene scene, String place) {
    return scene
        .book()
        .phrases()
        .longest(scene.asked(), List.of(place))
        .map(hit -> place.equals("opening") ? hit.phrase() + "\n\n" : "\n\n" + hit.phrase())
        .orElse("");
  }
}
