package io.mosskit.inference.score;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Tensor;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.tokenizer.MossTokenizer;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// A model that scores.
///
/// @param name by which its scores are known
/// @param fingerprint tells its weights from others', see [#fingerprint(Checkpoint)]
/// @param backend computes it
/// @param tokenizer has no more tokens than the model has rows
/// @param head says how good replies are, where that is wanted
public record ScoringModel(
    String name,
    String fingerprint,
    Backend backend,
    MossTokenizer tokenizer,
    Optional<RewardHead> head) {

  private static final long SAMPLE = 4096;
  private static final int FINGERPRINT_BYTES = 8;

  public ScoringModel {
    int rows = backend.config().vocabSize();
    if (tokenizer.vocabularySize() > rows) {
      throw new IllegalArgumentException(
          "the tokenizer of %s has %d tokens, but the model only %d rows; they do not belong together"
              .formatted(name, tokenizer.vocabularySize(), rows));
    }
  }

  /// A hash of a model's sizes, and of the name, type, shape, beginning and end of each tensor: the
  /// same for the same weights in whichever files, without reading them all.
  public static String fingerprint(Checkpoint checkpoint) {
    MessageDigest digest = sha256();
    digest.update(checkpoint.config().toString().getBytes(StandardCharsets.UTF_8));
    for (String name : checkpoint.names()) {
      checkpoint.tensor(name).ifPresent(tensor -> add(tensor, digest));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
  }

  private static void add(Tensor tensor, MessageDigest digest) {
    String what = tensor.name() + tensor.type() + tensor.shape();
    digest.update(what.getBytes(StandardCharsets.UTF_8));
    MemorySegment data = tensor.data();
    long size = Math.min(SAMPLE, data.byteSize());
    digest.update(data.asSlice(0, size).toArray(ValueLayout.JAVA_BYTE));
    digest.update(data.asSlice(data.byteSize() - size, size).toArray(ValueLayout.JAVA_BYTE));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
