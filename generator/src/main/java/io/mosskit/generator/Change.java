package io.mosskit.generator;

/// One parameter in which a start differs from the one before it on the same folder, and what the
/// run makes of it.
///
/// @param parameter its name
/// @param before its former value, empty where it had none
/// @param now its value now, empty where it has none
/// @param consequence what is made anew, and what is reused
public record Change(String parameter, String before, String now, String consequence) {

  /// The change in words: `the reply sampling changed (temperature 0.7 -> 0.5): 340 dialogues …`.
  @Override
  public String toString() {
    if (before.isEmpty()) {
      return "the %s is new (%s): %s".formatted(parameter, shortened(now), consequence);
    }
    if (now.isEmpty()) {
      return "the %s is left out (was %s): %s".formatted(parameter, shortened(before), consequence);
    }
    return "the %s changed (%s): %s".formatted(parameter, difference(), consequence);
  }

  /// Of values that are lists of the same length, only the members that differ.
  private String difference() {
    String[] was = shortened(before).split(", ", -1);
    String[] is = shortened(now).split(", ", -1);
    if (was.length != is.length) {
      return shortened(before) + " -> " + shortened(now);
    }
    StringBuilder difference = new StringBuilder();
    for (int i = 0; i < was.length; i++) {
      if (!was[i].equals(is[i])) {
        String words = was[i].substring(0, was[i].lastIndexOf(' ') + 1);
        String rest = is[i].startsWith(words) ? is[i].substring(words.length()) : is[i];
        difference.append(difference.isEmpty() ? "" : ", ").append(was[i]).append(" -> ");
        difference.append(rest);
      }
    }
    return difference.toString();
  }

  /// A hash is known by its beginning.
  private static String shortened(String value) {
    return value.replaceAll("\\b([0-9a-f]{8})[0-9a-f]{56}\\b", "$1…");
  }
}
