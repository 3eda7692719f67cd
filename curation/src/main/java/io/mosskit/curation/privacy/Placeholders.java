package io.mosskit.curation.privacy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The placeholders of one dialogue: the same secret has the same one. They are numbered in the
/// order in which the secrets come, after those that the dialogue holds already, or bear a hash.
final class Placeholders {
  private static final Pattern NUMBERED =
      Pattern.compile(
          Arrays.stream(Kind.values())
              .map(Kind::name)
              .collect(Collectors.joining("|", "\\[(", ")_(\\d{1,9})]")));

  private final Optional<Salt> salt;
  private final Map<Kind, Integer> last = new EnumMap<>(Kind.class);
  private final Map<Kind, Map<String, String>> given = new EnumMap<>(Kind.class);

  Placeholders(Optional<Salt> salt) {
    this.salt = salt;
  }

  /// Takes note of the numbers that a text holds.
  void avoidThoseIn(String text) {
    if (text.indexOf('[') < 0) {
      return;
    }
    Matcher placeholder = NUMBERED.matcher(text);
    while (placeholder.find()) {
      int number = Integer.parseInt(placeholder.group(2));
      last.merge(Kind.valueOf(placeholder.group(1)), number, Math::max);
    }
  }

  String of(Candidate secret) {
    Kind kind = secret.kind();
    return given
        .computeIfAbsent(kind, _ -> new HashMap<>())
        .computeIfAbsent(
            secret.identity(), identity -> "[" + kind.name() + "_" + suffix(kind, identity) + "]");
  }

  private String suffix(Kind kind, String identity) {
    return salt.isPresent()
        ? salt.get().hash(kind, identity)
        : Integer.toString(last.merge(kind, 1, Integer::sum));
  }
}
