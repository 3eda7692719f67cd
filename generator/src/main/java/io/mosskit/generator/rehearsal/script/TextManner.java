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
      case CORRECT -> scene.say("correct.open") + "\n\n" + changed(scene);
      case OBJECT -> scene.say("object.open") + "\n\n" + changed(scene);
      default -> {
        String more = scene.say("write.more") + "\n\n" + scene.say("write.next");
        yield more + "\n\n" + scene.say("write.next") + "\n\n" + scene.say("write.outro");
      }
    };
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
    return wished(scene, "opening") + text + wished(scene, "ending");
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
