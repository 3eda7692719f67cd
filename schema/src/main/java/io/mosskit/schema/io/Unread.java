package io.mosskit.schema.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes the rejections of records that cannot be read; each keeps the record in some form.
final class Unread {

  private Unread() {}

  static Rejection of(ReadFault fault, String detail, Origin origin, Json record) {
    return new Rejection(ReadFault.STAGE, fault.label(), detail, Json.Obj.EMPTY, origin, record);
  }

  static Rejection tooLong(long bytes, int limit, Origin origin, Json record) {
    String detail =
        "the record has %d bytes, the limit is %d; raise it with --max-record-bytes"
            .formatted(bytes, limit);
    return of(ReadFault.TOO_LONG, detail, origin, record);
  }

  /// The rejection of bytes that are no UTF-8, null where they are.
  static @Nullable Rejection ifBrokenUtf8(byte[] bytes, int from, int to, Origin origin) {
    int broken = Utf8.firstInvalid(bytes, from, to);
    if (broken < 0) {
      return null;
    }
    String detail =
        "byte %d of the record (0x%02X) begins no UTF-8 character; re-encode the file as UTF-8"
            .formatted(broken - from + 1, bytes[broken] & 0xFF);
    String base64 = Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, from, to));
    return of(ReadFault.BROKEN_UTF8, detail, origin, Json.object().put("base64", base64).build());
  }

  static Rejection of(JsonProcessingException e, byte[] bytes, int from, int to, Origin origin) {
    return of(JsonText.translate(e), bytes, from, to, origin);
  }

  static Rejection of(JsonException e, byte[] bytes, int from, int to, Origin origin) {
    ReadFault fault =
        switch (e.problem()) {
          case DUPLICATE_KEY -> ReadFault.DUPLICATE_KEY;
          case SYNTAX, END_OF_TEXT -> ReadFault.NOT_JSON;
        };
    String detail = Objects.requireNonNullElse(e.getMessage(), "no JSON");
    return of(fault, detail, origin, raw(bytes, from, to));
  }

  /// What could not be read, as a value where it is JSON, else as text.
  static Json raw(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    try {
      return Json.parse(text);
    } catch (JsonException _) {
      return Json.object().put("text", text).build();
    }
  }

  /// The rejection of the last record of a file without a final line break: where it is no JSON, it
  /// was torn.
  static Rejection atTornEnd(Rejection rejection) {
    boolean torn =
        rejection.reason().equals(ReadFault.NOT_JSON.label())
            || rejection.reason().equals(ReadFault.BROKEN_UTF8.label());
    return torn
        ? new Rejection(
            ReadFault.STAGE,
            ReadFault.TORN_LAST_LINE.label(),
            "the file ends in the middle of this record; write it again or delete the line (%s)"
                .formatted(rejection.detail()),
            rejection.values(),
            rejection.origin(),
            rejection.record())
        : rejection;
  }
}
