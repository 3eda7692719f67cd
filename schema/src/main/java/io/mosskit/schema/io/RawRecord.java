package io.mosskit.schema.io;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.nio.charset.StandardCharsets;

/// The bytes of a record as they stand in the file: valid JSON in UTF-8. It holds on to the block
/// they were read with, so it is not to be kept for long.
public final class RawRecord {
  private final byte[] block;
  private final int from;
  private final int to;

  RawRecord(byte[] block, int from, int to) {
    this.block = block;
    this.from = from;
    this.to = to;
  }

  /// The record on one line: as it stands, or rewritten where it stands on several.
  public String line() {
    String text = new String(block, from, to - from, StandardCharsets.UTF_8);
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text : json().text();
  }

  /// The record as a value.
  public Json json() {
    try {
      return Json.parse(new String(block, from, to - from, StandardCharsets.UTF_8));
    } catch (JsonException _) {
      return Unread.raw(block, from, to); // a key comes twice where nobody had to look
    }
  }
}
