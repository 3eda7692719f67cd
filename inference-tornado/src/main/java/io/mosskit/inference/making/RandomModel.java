package io.mosskit.inference.making;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.checkpoint.MossShapes;
import io.mosskit.inference.checkpoint.TensorShape;
import io.mosskit.inference.checkpoint.TensorShape.Content;
import io.mosskit.inference.checkpoint.writing.ModelWriter;
import io.mosskit.inference.checkpoint.writing.PlannedTensor;
import io.mosskit.inference.checkpoint.writing.PlannedTensor.Filling;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A model of given sizes with random weights, for measuring: its replies mean nothing.
///
/// Weights have random signs and magnitudes from `2^exponent` to twice that, biases are 0 and
/// LayerNorm changes nothing, so that activations stay finite. Each tensor has a generator of its
/// own, which follows from the seed and its place.
public final class RandomModel {

  /// A magnitude at which activations of the published widths neither vanish nor grow.
  public static final int DEFAULT_EXPONENT = -6;

  private static final double TYPICAL_WEIGHT = 0.02;

  private final MossConfig config;
  private final ElementType floats;
  private final int exponent;

  private RandomModel(MossConfig config, ElementType floats, int exponent) {
    this.config = config;
    this.floats = floats;
    this.exponent = exponent;
  }

  /// What to write so that a folder becomes such a model.
  ///
  /// @param floats the type of what is not packed: F32, F16 or BF16
  public static ModelWriter.Plan plan(MossConfig config, ElementType floats, long seed) {
    List<PlannedTensor> tensors =
        new RandomModel(config, floats, DEFAULT_EXPONENT).tensors(new SplittableRandom(seed));
    return new ModelWriter.Plan(
        config, floats, "Random weights by mosskit, for measuring; no trained model", tensors);
  }

  /// The tensors of such a model, in the order of [MossShapes].
  static List<PlannedTensor> tensors(
      MossConfig config, ElementType floats, int exponent, SplittableRandom random) {
    return new RandomModel(config, floats, exponent).tensors(random);
  }

  private List<PlannedTensor> tensors(SplittableRandom random) {
    List<PlannedTensor> tensors = new ArrayList<>();
    for (TensorShape shape : MossShapes.of(config)) {
      tensors.add(
          new PlannedTensor(
              shape.name(), type(shape.content()), shape.shape(), filling(shape, random.split())));
    }
    return tensors;
  }

  private ElementType type(Content content) {
    return switch (content) {
      case MATRIX, VECTOR -> floats;
      case PACKED, GROUPS -> ElementType.I32;
      case SCALES -> ElementType.F16;
    };
  }

  private Filling filling(TensorShape shape, RandomGenerator random) {
    return switch (shape.content()) {
      case MATRIX -> weights(random);
      case VECTOR -> constant(shape.name().endsWith(".weight") ? 1 : 0);
      case PACKED ->
          shape.name().endsWith(".qweight")
              ? Elements.longs(random::nextLong)
              : Elements.constant32(middleZeros());
      case SCALES -> Elements.constant16(Float.floatToFloat16(scale()));
      case GROUPS -> {
        int groupSize = config.groupSize() == -1 ? Integer.MAX_VALUE : config.groupSize();
        yield Elements.indexed(input -> input / groupSize);
      }
    };
  }

  /// Sign and fraction of each number are random, its exponent is fixed.
  private Filling weights(RandomGenerator random) {
    int magnitude = Float.floatToIntBits(Math.scalb(1f, exponent));
    return switch (floats) {
      case F32 -> masked(random, 0x807F_FFFF_807F_FFFFL, 0x0000_0001_0000_0001L * magnitude);
      case F16 ->
          masked(
              random,
              0x83FF_83FF_83FF_83FFL,
              0x0001_0001_0001_0001L * Float.floatToFloat16(Math.scalb(1f, exponent)));
      case BF16 ->
          masked(
              random, 0x807F_807F_807F_807FL, 0x0001_0001_0001_0001L * (magnitude >>> Short.SIZE));
      case I64, I32, I16, I8, U8, BOOL -> throw new IllegalArgumentException(noFloats());
    };
  }

  private static Filling masked(RandomGenerator random, long mask, long fixed) {
    return Elements.longs(() -> (random.nextLong() & mask) | fixed);
  }

  private Filling constant(float value) {
    int bits = Float.floatToIntBits(value);
    return switch (floats) {
      case F32 -> Elements.constant32(bits);
      case F16 -> Elements.constant16(Float.floatToFloat16(value));
      case BF16 -> Elements.constant16((short) (bits >>> Short.SIZE));
      case I64, I32, I16, I8, U8, BOOL -> throw new IllegalArgumentException(noFloats());
    };
  }

  private String noFloats() {
    return "the weights cannot be of type " + floats;
  }

  /// The code in the middle as the zero of every group, stored less one.
  private int middleZeros() {
    int stored = (1 << (config.wbits() - 1)) - 1;
    int word = 0;
    for (int at = 0; at < Integer.SIZE; at += config.wbits()) {
      word |= stored << at;
    }
    return word;
  }

  /// Codes are spread evenly, with the deviation `2^bits / sqrt(12)`.
  private float scale() {
    return (float) (TYPICAL_WEIGHT * Math.sqrt(12) / (1 << config.wbits()));
  }
}
