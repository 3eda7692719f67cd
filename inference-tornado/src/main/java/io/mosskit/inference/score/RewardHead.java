package io.mosskit.inference.score;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Tensor;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.model.ModelException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/// A scalar head on the last hidden state: one number for a sequence, the higher the better, read
/// at its last token. Its weights lie beside those of the trunk, in the same files.
///
/// Source: MOSS reference, section on MOSS-RLHF (`reward_head`); the value heads of TRL (`v_head`,
/// `v_head.summary`).
public final class RewardHead {

  private static final List<String> NAMES = List.of("reward_head", "v_head", "v_head.summary");
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final String name;
  private final float[] weight;
  private final float bias;

  private RewardHead(String name, float[] weight, float bias) {
    this.name = name;
    this.weight = weight;
    this.bias = bias;
  }

  /// The head of a checkpoint; empty where it has none.
  ///
  /// @throws ModelException if its shape or type does not fit the trunk
  public static Optional<RewardHead> read(Checkpoint checkpoint) throws ModelException {
    for (String name : NAMES) {
      Optional<Tensor> weight = checkpoint.tensor(name + ".weight");
      if (weight.isPresent()) {
        float[] numbers = numbers(weight.get(), checkpoint.config().nEmbd());
        Optional<Tensor> bias = checkpoint.tensor(name + ".bias");
        return Optional.of(
            new RewardHead(name, numbers, bias.isPresent() ? numbers(bias.get(), 1)[0] : 0));
      }
    }
    return Optional.empty();
  }

  private static float[] numbers(Tensor tensor, int expected) throws ModelException {
    if (tensor.elements() != expected) {
      throw new ModelException(
          tensor.name(),
          "has the shape %s; a scalar head on this trunk has %d numbers there"
              .formatted(tensor.shape(), expected));
    }
    float[] numbers = new float[expected];
    for (int i = 0; i < expected; i++) {
      numbers[i] =
          switch (tensor.type()) {
            case F32 -> tensor.data().get(FLOAT, (long) i * Float.BYTES);
            case F16 -> Float.float16ToFloat(tensor.data().get(SHORT, (long) i * Short.BYTES));
            case BF16 ->
                Float.intBitsToFloat(tensor.data().get(SHORT, (long) i * Short.BYTES) << 16);
            case I64, I32, I16, I8, U8, BOOL ->
                throw new ModelException(
                    tensor.name(), "is of type " + tensor.type() + "; a head is F32, F16 or BF16");
          };
    }
    return numbers;
  }

  /// The name that its weights have in the files.
  public String name() {
    return name;
  }

  /// The number for a hidden state: w · h + b, summed in double precision.
  double of(float[] state) {
    double sum = bias;
    for (int i = 0; i < weight.length; i++) {
      sum += (double) weight[i] * state[i];
    }
    return sum;
  }

  /// The number for the first tokens of a sequence.
  ///
  /// @param cache holds at least `length` tokens of the sequence; afterwards exactly these
  double of(Backend backend, KvCache cache, int[] ids, int length) {
    cache.truncate(length - 1);
    double[] reward = new double[1];
    backend.hidden(
        List.of(new Chunk(cache, new int[] {ids[length - 1]}, Wanted.LAST)),
        (_, _, state) -> reward[0] = of(state));
    return reward[0];
  }
}
