package io.mosskit.generator.rehearsal.script;

import java.util.Locale;

/// A piece of advice: `Air the room: a slightly cool room helps most people to rest more deeply.`
///
/// @param head its name
/// @param body what to do, with its full stop
/// @param colon how head and body are divided
record Point(String head, String body, String colon) {

  static Point of(String entry) {
    String colon = entry.contains("：") ? "：" : ": ";
    int at = entry.indexOf(colon);
    return new Point(entry.substring(0, at), entry.substring(at + colon.length()), colon);
  }

  /// The entry inside a sentence: `**air the room**: a slightly cool …`.
  String inSentence() {
    String small = head.substring(0, 1).toLowerCase(Locale.ROOT) + head.substring(1);
    return new Point(small, body, colon).text(true);
  }

  /// The whole entry, with Markdown around its head where that is wanted.
  String text(boolean bold) {
    return bold ? "**" + head + "**" + colon + body : head + colon + body;
  }
}
