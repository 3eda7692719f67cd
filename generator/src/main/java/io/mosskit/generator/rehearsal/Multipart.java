package io.mosskit.generator.rehearsal;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parts of a body of type `multipart/form-data` (RFC 7578).
///
/// @param parts by their names
record Multipart(Map<String, Part> parts) {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

  /// One part.
  ///
  /// @param fileName empty where it is no file
  record Part(String fileName, String text) {}

  /// @param type the header `Content-Type`
  static Multipart read(@Nullable String type, byte[] body) throws Refusal {
    Matcher boundary = BOUNDARY.matcher(type == null ? "" : type);
    if (type == null || !type.startsWith("multipart/form-data") || !boundary.find()) {
      throw Refusal.of("file", "expected multipart/form-data with a file, found " + type);
    }
    // Every byte becomes one char, so that offsets in the text are offsets in the body.
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String line = "--" + boundary.group(1);
    Map<String, Part> parts = new LinkedHashMap<>();
    int at = text.indexOf(line);
    while (at >= 0) {
      int head = at + line.length();
      int next = text.indexOf("\r\n" + line, head);
      int content = text.indexOf("\r\n\r\n", head);
      if (next >= 0 && content >= 0 && content <= next) {
        add(
            parts,
            text.substring(head, content),
            text.substring(content + 4, Math.max(content + 4, next)));
      }
      at = next < 0 ? -1 : next + 2;
    }
    return new Multipart(parts);
  }

  private static void add(Map<String, Part> parts, String head, String content) {
    Matcher name = NAME.matcher(utf8(head));
    Matcher fileName = FILE_NAME.matcher(utf8(head));
    if (name.find()) {
      parts.put(name.group(1), new Part(fileName.find() ? fileName.group(1) : "", utf8(content)));
    }
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /// A part.
  Part part(String name) throws Refusal {
    Part part = parts.get(name);
    if (part == null) {
      throw Refusal.of(name, "the form has no part `%s`".formatted(name));
    }
    return part;
  }
}
