package io.mosskit.generator.template;

import io.mosskit.generator.chance.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text file of named sections with places to fill in. Its first line is `Version: n`; a line
/// `=== name` begins a section; `{{name}}` is a place.
///
/// @param name the file's name without its language: `user-turn`
/// @param version the number in its first line
/// @param sections by name, without a line break at the end
/// @param sha256 of the file
record Template(String name, int version, Map<String, String> sections, String sha256) {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");
  private static final String SECTION = "=== ";
  private static final String VERSION = "Version: ";

  /// The template in the resource `name.language.txt`.
  static Template load(String name, String language) {
    String file = name + "." + language + ".txt";
    try (InputStream in = Template.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      return parse(name, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Template parse(String name, String text) {
    Map<String, String> sections = new LinkedHashMap<>();
    String[] parts = text.split("(?m)^" + SECTION, -1);
    String head = parts[0].strip();
    if (!head.startsWith(VERSION)) {
      throw new IllegalArgumentException(name + " does not begin with \"" + VERSION + "\"");
    }
    for (int i = 1; i < parts.length; i++) {
      int end = parts[i].indexOf('\n');
      sections.put(parts[i].substring(0, end).strip(), parts[i].substring(end + 1).stripTrailing());
    }
    int version = Integer.parseInt(head.substring(VERSION.length()));
    return new Template(name, version, sections, Ids.sha256(text));
  }

  /// A section as it stands in the file.
  String section(String section) {
    return Objects.requireNonNull(
        sections.get(section), () -> "template " + name + " has no section " + section);
  }

  /// A section with its places filled in; what is filled in is not looked through again.
  String fill(String section, Map<String, String> values) {
    return PLACE
        .matcher(section(section))
        .replaceAll(place ->
            Matcher.quoteReplacement(
                Objects.requireNonNull(
                    values.get(place.group(1)),
                    () -> "template " + name + ": nothing for " + place.group())));
  }
}
