package io.mosskit.curation;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.MossJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The id that names a record in the toolkit. Published ids are unique within a file only.
final class RecordId {
  private static final int BYTES = 8;

  private RecordId() {}

  /// The id that the toolkit has given the record, else `m-` and the first 16 hexadecimal digits of
  /// the SHA-256 of its JSON line without the member `mosskit`: equal for equal records, wherever
  /// they stand.
  static String of(Conversation conversation) {
    String own = conversation.mosskit().string("id");
    return own == null || own.isBlank() ? ofContent(conversation) : own;
  }

  private static String ofContent(Conversation conversation) {
    return "m-" + hash(MossJson.line(conversation.without(Conversation.MOSSKIT)));
  }

  /// The first 16 hexadecimal digits of a text's SHA-256.
  static String hash(String text) {
    byte[] hash = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
