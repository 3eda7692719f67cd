package io.mosskit.schema.labels;

import io.mosskit.schema.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// UTF-8 that loses nothing: a byte that belongs to no character becomes the lone surrogate U+DC00
/// plus its value, which well-formed UTF-8 never gives, and turns back into that byte. So a table
/// can be divided into cells first, and each broken cell be named. Source: PEP 383.
final class LenientUtf8 {

  private static final char ESCAPE = '\uDC00';
  private static final int FIRST_ESCAPED = ESCAPE + 0x80;
  private static final int LAST_ESCAPED = ESCAPE + 0xFF;

  private LenientUtf8() {}

  static String decode(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (ESCAPE + (in.get() & 0xFF)));
      }
      result = decoder.decode(in, out, true);
    }
    return out.flip().toString();
  }

  static byte[] encode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    text.codePoints()
        .forEach(codePoint -> {
          if (isEscaped(codePoint)) {
            bytes.write(codePoint - ESCAPE);
          } else {
            bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
          }
        });
    return bytes.toByteArray();
  }

  static boolean isBroken(String text) {
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (isEscaped(codePoint)) {
        return true;
      }
      i += Character.charCount(codePoint);
    }
    return false;
  }

  /// A broken text's bytes, for a rejection.
  static Json.Obj base64(String text) {
    String base64 = Base64.getEncoder().encodeToString(encode(text));
    return Json.object().put("base64", base64).build();
  }

  private static boolean isEscaped(int codePoint) {
    return codePoint >= FIRST_ESCAPED && codePoint <= LAST_ESCAPED;
  }
}
