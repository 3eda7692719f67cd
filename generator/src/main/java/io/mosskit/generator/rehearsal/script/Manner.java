package io.mosskit.generator.rehearsal.script;

/// How a kind of talk is held.
interface Manner {

  /// The answer to a prompt.
  String open(Scene scene);

  /// The answer to a later turn; never called with [Move#BEGIN], [Move#THANK] or [Move#SWITCH].
  String goOn(Scene scene, Move move);

  /// The answer to a change of language: in short what was said, in the new one.
  default String retell(Scene scene) {
    return scene.book().join(scene.say("switch.open"), open(scene));
  }
}
