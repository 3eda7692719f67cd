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

  /// Threads that share an output where weights are numbers.
  int LANES = 32;

  /// Threads that share an output where they are packed.
  int PACKED_LANES = 8;

  int inputs();

  int outputs();

  /// How many partial sums an output has.
  default int lanes() {
    return LANES;
  }

  /// Adds the product y = x Wᵀ to a stage.
  ///
  /// @param x [rows, inputs]
  /// @param parts [rows, outputs, lanes]
  void multiply(Stage stage, String name, IntArray block, FloatArray x, FloatArray parts);

  /// Copies the weights of a layer.
  ///
  /// @param halves whether the device computes with half precision
  static DeviceMatrix of(Projection projection, FloatArray worths, boolean halves) {
    return switch (projection) {
      case Projection.Dense dense -> dense(dense.weight(), worths, halves);
      case Projection.Packed packed -> Packed.of(packed, worths);
    };
  }

  /// Copies a matrix of numbers, [outputs, inputs].
  static DeviceMatrix dense(Tensor weight, FloatArray worths, boolean halves) {
    int outputs = Math.toIntExact(weight.shape().get(0));
    int inputs = Math.toIntExact(weight.shape().get(1));
    if (weight.type() != ElementType.F16) {
      return new Floats(inputs, outputs, DeviceArrays.floats(weight));
    }
    return halves
        ? new Halved(inputs, outputs, HalfFloatArray.fromSegment(weight.data()))
        : new Bits(inputs, outputs, ShortArray.fromSegment(weight.data()), worths);
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

  /// Weights as floats.
  record Floats(int inputs, int outputs, FloatArray weights) implements DeviceMatrix {

    @Override
    public void multiply(Stage stage, String name, IntArray block, FloatArray x, FloatArray parts) {
      stage.constant(weights);
      stage.task(
          name,
          outputs * LANES,
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
  record Halved(int inputs, int outputs, HalfFloatArray weights) implements DeviceMatrix {

    @Override
    public void multiply(Stage stage, String name, IntArray block, FloatArray x, FloatArray parts) {
      stage.constant(weights);
      stage.task(
          name,
          outputs * LANES,
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
  record Bits(int inputs, int outputs, ShortArray weights, FloatArray worths)
      implements DeviceMatrix {

    @Override
    public void multiply(Stage stage, String name, IntArray block, FloatArray x, FloatArray parts) {
      stage.constant(weights, worths);
      stage.task(
          name,
          outputs * LANES,
          Products::bits,
          block,
          x,
          weights,
          worths,
          parts,
          inputs,
          outputs,
          LANES);
    }
  }

  /// Weights packed by GPTQ.
  record Packed(
      int bits,
      int inputs,
      int outputs,
      IntArray codes,
      IntArray zeros,
      ShortArray scales,
      FloatArray worths,
      IntArray groupOf)
      implements DeviceMatrix {

    static Packed of(Projection.Packed packed, FloatArray worths) {
      return new Packed(
          packed.bits(),
          packed.inputs(),
          packed.outputs(),
          IntArray.fromSegment(packed.codes().data()),
          IntArray.fromSegment(packed.zeros().data()),
          ShortArray.fromSegment(packed.scales().data()),
          worths,
          IntArray.fromSegment(packed.groupOf().data()));
    }

    @Override
    public int lanes() {
      return PACKED_LANES;
    }

    @Override
    public void multiply(Stage stage, String name, IntArray block, FloatArray x, FloatArray parts) {
      stage.constant(codes, zeros, scales, worths, groupOf);
      stage.task(
          name,
          outputs * PACKED_LANES,
          Products::packedWords,
          block,
          x,
          codes,
          zeros,
          scales,
          worths,
          groupOf,
          parts,
          inputs,
          outputs,
          bits,
          PACKED_LANES);
    }
  }
}
