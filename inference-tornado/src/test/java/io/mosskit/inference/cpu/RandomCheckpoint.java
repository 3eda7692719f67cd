package io.mosskit.inference.cpu;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.checkpoint.Tensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A small model of random weights that lies in memory only.
public final class RandomCheckpoint implements Checkpoint {

  private final MossConfig config;
  private final ElementType type;
  private final boolean shuffledGroups;
  private final RandomGenerator random;
  private final Arena arena = Arena.ofShared();
  private final SortedMap<String, Tensor> tensors = new TreeMap<>();

  private RandomCheckpoint(MossConfig config, ElementType type, boolean shuffledGroups, long seed) {
    this.config = config;
    this.type = type;
    this.shuffledGroups = shuffledGroups;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    fill();
  }

  public static RandomCheckpoint of(MossConfig config, ElementType type, long seed) {
    return new RandomCheckpoint(config, type, false, seed);
  }

  /// A packed model whose inputs belong to groups in no order.
  public static RandomCheckpoint shuffled(MossConfig config, long seed) {
    return new RandomCheckpoint(config, ElementType.F16, true, seed);
  }

  /// Sizes of a small model.
  public static MossConfig sizes(
      int vocabulary, int positions, int width, int layers, int heads, int inner, int rotary) {
    return new MossConfig(
        vocabulary, positions, width, layers, heads, inner, rotary, 1e-5, 0, 1, 32, 128);
  }

  private void fill() {
    int width = config.nEmbd();
    floats("transformer.wte.weight", 1, config.vocabSize(), width);
    for (int layer = 0; layer < config.nLayer(); layer++) {
      String prefix = "transformer.h." + layer + ".";
      norm(prefix + "ln_1");
      linear(prefix + "attn.qkv_proj", width, 3 * width, false);
      linear(prefix + "attn.out_proj", width, width, false);
      linear(prefix + "mlp.fc_in", width, config.nInner(), true);
      linear(prefix + "mlp.fc_out", config.nInner(), width, true);
    }
    norm("transformer.ln_f");
    floats("lm_head.weight", 1.5 / Math.sqrt(width), config.vocabSize(), width);
    floats("lm_head.bias", 0.1, config.vocabSize());
  }

  private void norm(String name) {
    floats(name + ".weight", 1, config.nEmbd());
    floats(name + ".bias", 0.1, config.nEmbd());
  }

  private void linear(String name, int inputs, int outputs, boolean biased) {
    if (config.isQuantized()) {
      packed(name, inputs, outputs);
    } else {
      floats(name + ".weight", 1 / Math.sqrt(inputs), outputs, inputs);
    }
    if (biased) {
      floats(name + ".bias", 0.1, outputs);
    }
  }

  private void packed(String name, int inputs, int outputs) {
    int bits = config.wbits();
    int perWord = Integer.SIZE / bits;
    int groupSize = config.groupSize() == -1 ? inputs : config.groupSize();
    int groups = Math.ceilDiv(inputs, groupSize);
    ints(name + ".qweight", i -> random.nextInt(), inputs / perWord, outputs);
    ints(name + ".qzeros", i -> random.nextInt(), groups, outputs / perWord);
    MemorySegment scales = arena.allocate(2L * groups * outputs, 64);
    for (long i = 0; i < (long) groups * outputs; i++) {
      float scale = (float) ((0.5 + random.nextDouble()) / (1 << bits) / Math.sqrt(inputs) * 3);
      scales.setAtIndex(ValueLayout.JAVA_SHORT, i, Float.floatToFloat16(scale));
    }
    put(name + ".scales", ElementType.F16, scales, groups, outputs);
    int[] groupOf = new int[inputs];
    for (int i = 0; i < inputs; i++) {
      groupOf[i] = i / groupSize;
    }
    for (int i = inputs - 1; shuffledGroups && i > 0; i--) {
      int j = random.nextInt(i + 1);
      int other = groupOf[j];
      groupOf[j] = groupOf[i];
      groupOf[i] = other;
    }
    ints(name + ".g_idx", i -> groupOf[i], inputs);
  }

  private void ints(String name, java.util.function.IntUnaryOperator value, int... shape) {
    long elements = 1;
    for (int dimension : shape) {
      elements *= dimension;
    }
    MemorySegment data = arena.allocate(4 * elements, 64);
    for (int i = 0; i < elements; i++) {
      data.setAtIndex(ValueLayout.JAVA_INT, i, value.applyAsInt(i));
    }
    put(name, ElementType.I32, data, shape);
  }

  private void floats(String name, double deviation, int... shape) {
    long elements = 1;
    for (int dimension : shape) {
      elements *= dimension;
    }
    MemorySegment data = arena.allocate(elements * type.bytes(), 64);
    for (long i = 0; i < elements; i++) {
      float value = (float) (random.nextGaussian() * deviation);
      switch (type) {
        case F32 -> data.setAtIndex(ValueLayout.JAVA_FLOAT, i, value);
        case F16 -> data.setAtIndex(ValueLayout.JAVA_SHORT, i, Float.floatToFloat16(value));
        default ->
            data.setAtIndex(
                ValueLayout.JAVA_SHORT, i, (short) (Float.floatToRawIntBits(value) >>> 16));
      }
    }
    put(name, type, data, shape);
  }

  private void put(String name, ElementType elementType, MemorySegment data, int... shape) {
    List<Long> dimensions = new ArrayList<>();
    for (int dimension : shape) {
      dimensions.add((long) dimension);
    }
    tensors.put(name, new Tensor(name, elementType, dimensions, data.asReadOnly()));
  }

  /// The same model without a tensor.
  public void remove(String name) {
    tensors.remove(name);
  }

  @Override
  public MossConfig config() {
    return config;
  }

  @Override
  public Optional<Tensor> tensor(String name) {
    return Optional.ofNullable(tensors.get(name));
  }

  @Override
  public List<String> names() {
    return List.copyOf(tensors.keySet());
  }

  @Override
  public void close() {
    arena.close();
  }
}
