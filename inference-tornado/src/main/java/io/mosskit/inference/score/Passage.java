package io.mosskit.inference.score;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Tokenizer;
import io.mosskit.schema.convert.LossMask;
import io.mosskit.schema.convert.TrainingSample;
import io.mosskit.schema.convert.TrainingText;
import io.mosskit.schema.convert.TrainingText.Piece;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A dialogue as the tokens that it is trained on, whole: the same tokens and masks as
/// [TrainingSample] has.
final class Passage {

  private static final int KEY_BYTES = 16;

  private final int[] ids;
  private final Map<LossMask, int[]> labels;
  private final List<Reply> replies;

  private Passage(int[] ids, Map<LossMask, int[]> labels, List<Reply> replies) {
    this.ids = ids;
    this.labels = labels;
    this.replies = replies;
  }

  /// A reply among the tokens of its dialogue. It begins with its role marker, which is given to
  /// the model and not scored; its closing token and the line break after it are scored.
  ///
  /// @param turn its turn's place in the dialogue, from 1
  /// @param marker its first token, that of the marker
  /// @param from the first token after the marker
  /// @param to after the last one
  /// @param bytes how many bytes of UTF-8 the scored tokens stand for
  record Reply(int turn, int marker, int from, int to, int bytes) {

    int scored() {
      return to - from;
    }
  }

  /// The tokens of a dialogue.
  static Passage of(Conversation conversation, Tokenizer tokenizer) {
    Map<String, int[]> encoded = new HashMap<>();
    Tokenizer once = text -> encoded.computeIfAbsent(text, tokenizer::encode);
    TrainingText text = TrainingText.of(conversation);
    Map<LossMask, int[]> labels = new EnumMap<>(LossMask.class);
    for (LossMask mask : LossMask.values()) {
      TrainingSample.of(text, once, mask, Integer.MAX_VALUE)
          .ifPresent(sample -> labels.put(mask, sample.labels()));
    }
    int[] ids = labels.getOrDefault(LossMask.EVERYTHING, new int[0]);
    return new Passage(ids, labels, replies(text, once));
  }

  private static List<Reply> replies(TrainingText text, Tokenizer tokenizer) {
    int[] opening = tokenizer.encode(Field.MOSS.opening());
    List<Reply> replies = new ArrayList<>();
    int at = 0;
    for (Piece piece : text.pieces()) {
      int[] ids = tokenizer.encode(piece.text());
      if (piece instanceof Piece.Value value && value.field() == Field.MOSS && ids.length > 0) {
        int same = Arrays.mismatch(ids, opening);
        int marker = Math.max(1, same < 0 ? ids.length : same);
        replies.add(new Reply(value.turn(), at, at + marker, at + ids.length, bytes(piece.text())));
      }
      at += ids.length;
    }
    return List.copyOf(replies);
  }

  private static int bytes(String reply) {
    String opening = Field.MOSS.opening();
    String scored = reply.startsWith(opening) ? reply.substring(opening.length()) : reply;
    return scored.getBytes(StandardCharsets.UTF_8).length;
  }

  /// The tokens; read only.
  int[] ids() {
    return ids;
  }

  List<Reply> replies() {
    return replies;
  }

  /// Whether a token has loss under a mask.
  boolean hasLoss(LossMask mask, int token) {
    return labels.getOrDefault(mask, ids)[token] != TrainingSample.NO_LOSS;
  }

  /// A reply by itself, its marker before it.
  int[] alone(Reply reply) {
    return Arrays.copyOfRange(ids, reply.marker(), reply.to());
  }

  /// How many tokens the model reads to score it.
  long work() {
    return ids.length + replies.stream().mapToLong(r -> r.to() - r.marker()).sum();
  }

  /// Tells this dialogue's tokens from all others; two dialogues that say the same share it, and
  /// their scores.
  String key() {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (ids.length + 2 * replies.size()));
    replies.forEach(reply -> bytes.putInt(reply.from()).putInt(reply.to()));
    Arrays.stream(ids).forEach(bytes::putInt);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
      return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
