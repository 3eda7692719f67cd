package io.mosskit.generator.rehearsal.script;

/// Refusals that offer something better, and first aid for despair.
///
/// @param name of the lists of first and last sentences: `refuse`, `safe` or `redirect`
record CareManner(String name) implements Manner {

  @Override
  public String open(Scene scene) {
    return scene.matter().kind() == Kind.DESPAIR ? comfort(scene) : decline(scene, name + ".open");
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
    return insists ? decline(scene, "refuse.again") : advise(scene);
  }

  private String decline(Scene scene, String opening) {
    Book book = scene.book();
    String no = book.join(scene.say(opening), why(scene));
    String more = name.equals("refuse") ? "" : instead(scene);
    return Scene.paragraphs(no, book.join(instead(scene), more, scene.say(name + ".close")));
  }

  private String advise(Scene scene) {
    Book book = scene.book();
    String no = book.join(scene.say("ask.open"), why(scene));
    String help = book.join(instead(scene), instead(scene), scene.say(name + ".close"));
    return Scene.paragraphs(no, help);
  }

  private static String why(Scene scene) {
    return scene.sayFirst("refuse." + scene.matter().key(), "refuse.any");
  }

  private static String instead(Scene scene) {
    return scene.sayFirst("instead." + scene.matter().key(), "instead.any");
  }

  private static String comfort(Scene scene) {
    Book book = scene.book();
    String heard = book.join(scene.say("despair.open"), why(scene));
    String help = book.join(scene.say("instead.self-harm"), scene.say("instead.self-harm"));
    return Scene.paragraphs(heard, help, scene.say("despair.close"));
  }
}
