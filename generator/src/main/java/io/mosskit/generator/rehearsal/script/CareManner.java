package io.mosskit.generator.rehearsal.script;

/// Refusals that offer something better, and first aid for despair.
final class CareManner implements Manner {

  @Override
  public String open(Scene scene) {
    return scene.matter().kind() == Kind.DESPAIR ? comfort(scene) : refuse(scene, "refuse.open");
  }

  @Override
  public String goOn(Scene scene, Move move) {
    if (scene.matter().kind() == Kind.DESPAIR) {
      return comfort(scene);
    }
    boolean insists =
        move == Move.OBJECT
            || move == Move.CONTINUE
            || scene.book().phrases().any(scene.asked(), "cue.insist");
    return insists ? refuse(scene, "refuse.again") : advise(scene);
  }

  private static String refuse(Scene scene, String opening) {
    String risk = scene.matter().key();
    Book book = scene.book();
    String no = book.join(scene.say(opening), scene.sayFirst("refuse." + risk, "refuse.any"));
    return no
        + "\n\n"
        + book.join(scene.sayFirst("instead." + risk, "instead.any"), scene.say("refuse.close"));
  }

  private static String advise(Scene scene) {
    String risk = scene.matter().key();
    Book book = scene.book();
    return book.join(scene.say("ask.open"), scene.sayFirst("refuse." + risk, "refuse.any"))
        + "\n\n"
        + book.join(
            scene.sayFirst("instead." + risk, "instead.any"),
            scene.sayFirst("instead." + risk, "instead.any"),
            scene.say("refuse.close"));
  }

  private static String comfort(Scene scene) {
    Book book = scene.book();
    return book.join(scene.say("despair.open"), scene.sayFirst("refuse.despair", "refuse.any"))
        + "\n\n"
        + book.join(scene.say("instead.despair"), scene.say("instead.despair"))
        + "\n\n"
        + scene.say("despair.close");
  }
}
