package io.mosskit.inference.tornado;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.Tensor;
import io.mosskit.inference.model.Projection;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.HalfFloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;
import uk.ac.manchester.tornado.api.types.arrays.ShortArray;

/// The weights of a layer as the device has them, and the kernel that multiplies with them.
sealed interface DeviceMatrix {

  /// Threads that share an output, at most, and where weights are numbers.
  int LANES = 32;

  int inputs();

  int outputs();

  /// How many partial sums an output has.
  default int lanes() {
    return LANES;
  }

  /// Adds the product y = x Wᵀ to a stage.
  ///
  /// @param x [rows, inputs]
  /// @param parts [rows, lanes, outputs]
  void multiply(Stage stage, String name, IntArray block, FloatArray x, FloatArray parts);

  /// Copies the weights of a layer.
  ///
  /// @param halves whether the device computes with half precision
  static DeviceMatrix of(Projection projection, boolean halves) {
    return switch (projection) {
      case Projection.Dense dense -> dense(dense.weight(), halves);
      case Projection.Packed packed -> Packed.of(packed);
    };
  }

  /// Copies a matrix of numbers, [outputs, inputs].
  static Dense dense(Tensor weight, boolean halves) {
    int outputs = Math.toIntExact(weight.shape().get(0));
    int inputs = Math.toIntExact(weight.shape().get(1));
    if (weight.type() != ElementType.F16) {
      return new Floats(inputs, outputs, DeviceArrays.floats(weight));
    }
    return halves
        ? new Halved(inputs, outputs, HalfFloatArray.fromSegment(weight.data()))
        : new Bits(inputs, outputs, ShortArray.fromSegment(weight.data()));
  }

  /// How many bytes the weights of a layer take on the device.
  static long bytes(Projection projection) {
    return switch (projection) {
      case Projection.Dense dense -> DeviceArrays.bytes(dense.weight());
      case Projection.Packed packed ->
          packed.codes().data().byteSize()
              + packed.zeros().data().byteSize()
              + packed.scales().data().byteSize()
              + packed.groupOf().data().byteSize();
    };
  }

  /// Weights that are numbers; the embeddings of a model are.
  sealed interface Dense extends DeviceMatrix {

    /// Adds the fetching of the embeddings of a block's tokens to a stage.
    ///
    /// @param x [rows, inputs]
    void embed(Stage stage, IntArray block, Block layout, FloatArray x);
  }

  /// Weights as floats.
  record Floats(int inputs, int outputs, FloatArray weights) implements Dense {

    @Override
    public void embed(Stage stage, IntArray block, Block layout, FloatArray x) {
      stage.constant(weights);
      stage.task(
          "embed",
          layout.rows() * inputs,
          Kernels::embed,
          block,
          weights,
          x,
          layout.ids(),
          inputs,
          layout.rows());
    }

    @Override
    public void multiply(Stage stage, String name, IntArray block, FloatArray x, FloatArray parts) {
      stage.constant(weights);
      stage.task(
          name,
          Math.ceilDiv(outputs, Products.OUTPUTS) * LANES,
          Products::floats,
          block,
          x,
          weights,
          parts,
          inputs,
          outputs,
          LANES);
    }
  }

  /// Weights of half precision.
  record Halved(int inputs, int outputs, HalfFloatArray weights) implements Dense {

    @Override
    public void embed(Stage stage, IntArray block, Block layout, FloatArray x) {
      stage.constant(weights);
      stage.task(
          "embed",
          layout.rows() * inputs,
          Kernels::embedHalves,
          block,
          weights,
          x,
          layout.ids(),
          inputs,
          layout.rows());
    }

    @Override
    public void multiply(Stage stage, String name, IntArray block, FloatArray x, FloatArray parts) {
      stage.constant(weights);
      stage.task(
          name,
          Math.ceilDiv(outputs, Products.OUTPUTS) * LANES,
          Products::halves,
          block,
          x,
          weights,
          parts,
          inputs,
          outputs,
          LANES);
    }
  }

  /// Weights of half precision, as bits.
  record Bits(int inputs, int outputs, ShortArray weights) implements Dense {

    @Override
    public void embed(Stage stage, IntArray block, Block layout, FloatArray x) {
      stage.constant(weights);
      stage.task(
          "embed",
          layout.rows() * inputs,
          Kernels::embedBits,
          block,
          weights,
          x,
          layout.ids(),
          inputs,
          layout.rows());
    }

    @Override
    public void multiply(Stage stage, String name, IntArray block, FloatArray x, FloatArray parts) {
      stage.constant(weights);
      stage.task(
          name,
          Math.ceilDiv(outputs, Products.OUTPUTS) * LANES,
          Products::bits,
          block,
          x,
          weights,
          parts,
          inputs,
          outputs,
          LANES);
    }
  }

  /// Weights packed by GPTQ.
  ///
  /// @param together how many inputs of a word share a group: all, or one where they are scattered
  record Packed(
      int bits,
      int inputs,
      int outputs,
      IntArray codes,
      IntArray zeros,
      ShortArray scales,
      IntArray groupOf,
      int together)
      implements DeviceMatrix {

    /// Threads that a device should have to do, so that it waits for memory with many at once.
    private static final int THREADS = 1 << 17;

    static Packed of(Projection.Packed packed) {
      IntArray groupOf = IntArray.fromSegment(packed.groupOf().data());
      int perWord = Integer.SIZE / packed.bits();
      return new Packed(
          packed.bits(),
          packed.inputs(),
          packed.outputs(),
          IntArray.fromSegment(packed.codes().data()),
          IntArray.fromSegment(packed.zeros().data()),
          ShortArray.fromSegment(packed.scales().data()),
          groupOf,
          shareGroups(groupOf, perWord) ? perWord : 1);
    }

    /// Whether the inputs of each word share a group.
    private static boolean shareGroups(IntArray groupOf, int perWord) {
      for (int k = 0; k < groupOf.getSize(); k++) {
        if (groupOf.get(k) != groupOf.get(k / perWord * perWord)) {
          return false;
        }
      }
      return true;
    }

    /// As many as give the device enough threads, as a power of two.
    @Override
    public int lanes() {
      int lanes = 1;
      while (lanes < LANES && outputs / PackedProducts.OUTPUTS * lanes < THREADS) {
        lanes *= 2;
      }
      return lanes;
    }

    @Override
    public void multiply(Stage stage, String name, IntArray block, FloatArray x, FloatArray parts) {
      stage.constant(codes, zeros, scales, groupOf);
      stage.task(
          name,
          outputs / PackedProducts.OUTPUTS * lanes(),
          PackedProducts::packedWords,
          block,
          x,
          codes,
          zeros,
          scales,
          groupOf,
          parts,
          inputs,
          outputs,
          bits,
          together,
          lanes());
    }
  }
}
