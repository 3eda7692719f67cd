package io.mosskit.inference.making;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.CheckpointException;
import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.checkpoint.MossShapes;
import io.mosskit.inference.checkpoint.Tensor;
import io.mosskit.inference.checkpoint.writing.ModelWriter;
import io.mosskit.inference.checkpoint.writing.PlannedTensor;
import io.mosskit.inference.checkpoint.writing.PlannedTensor.Filling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A model whose linear layers within the blocks are packed, in the files that GPTQ makes. The
/// embedding, the output layer, biases and LayerNorm stay as they are, in half precision.
public final class QuantizedModel {

  private static final String WEIGHT = ".weight";

  private final Checkpoint source;
  private final Path folder;
  private final MossConfig config;
  private final List<PlannedTensor> tensors = new ArrayList<>();

  /// The layer that is being written; no other is in memory.
  private @Nullable PackedLayer packed;

  private String packedName = "";

  private QuantizedModel(Checkpoint source, Path folder, MossConfig config) {
    this.source = source;
    this.folder = folder;
    this.config = config;
  }

  /// What to write so that a model becomes its packed version.
  ///
  /// @param source stays open until that is written
  /// @param folder of the source, for messages
  /// @param bits 8, 4 or 2
  /// @param groupSize how many inputs share a scale; -1 all of them
  /// @throws CheckpointException if the model is packed already or cannot be with these sizes
  public static ModelWriter.Plan plan(Checkpoint source, Path folder, int bits, int groupSize)
      throws CheckpointException {
    if (source.config().isQuantized()) {
      throw new CheckpointException(
          folder,
          "is packed already, with %d bits; quantise the model from which it was made"
              .formatted(source.config().wbits()));
    }
    MossConfig config;
    try {
      config = source.config().quantized(bits, groupSize);
    } catch (IllegalArgumentException e) {
      throw new CheckpointException(folder, String.valueOf(e.getMessage()));
    }
    return new ModelWriter.Plan(
        config,
        ElementType.F16,
        "Rounded to the nearest of %d steps, in groups of %s inputs, by mosskit"
            .formatted(1 << bits, groupSize == -1 ? "all" : groupSize),
        new QuantizedModel(source, folder, config).plan());
  }

  private List<PlannedTensor> plan() {
    Set<String> packedLayers = new HashSet<>();
    MossShapes.of(config).stream()
        .filter(shape -> shape.name().endsWith(".qweight"))
        .forEach(shape -> packedLayers.add(layerOf(shape.name())));
    for (String name : source.names()) {
      Tensor tensor = source.tensor(name).orElseThrow();
      if (name.endsWith(WEIGHT) && packedLayers.contains(layerOf(name))) {
        pack(tensor);
      } else {
        keep(tensor);
      }
    }
    return tensors;
  }

  private static String layerOf(String tensor) {
    return tensor.substring(0, tensor.lastIndexOf('.'));
  }

  private void pack(Tensor weight) {
    String layer = layerOf(weight.name());
    long outputs = weight.shape().get(0);
    long inputs = weight.shape().get(1);
    long codesPerWord = Integer.SIZE / config.wbits();
    long groups = MossShapes.groups(inputs, config.groupSize());
    int groupSize = config.groupSize() == -1 ? Math.toIntExact(inputs) : config.groupSize();
    add(
        layer + ".qweight",
        ElementType.I32,
        List.of(inputs / codesPerWord, outputs),
        Elements.ints(() -> packed(weight).qweight()));
    add(
        layer + ".qzeros",
        ElementType.I32,
        List.of(groups, outputs / codesPerWord),
        Elements.ints(() -> packed(weight).qzeros()));
    add(
        layer + ".scales",
        ElementType.F16,
        List.of(groups, outputs),
        Elements.shorts(() -> packed(weight).scales()));
    add(
        layer + ".g_idx",
        ElementType.I32,
        List.of(inputs),
        Elements.indexed(input -> input / groupSize));
  }

  private void add(String name, ElementType type, List<Long> shape, Filling filling) {
    tensors.add(new PlannedTensor(name, type, shape, filling));
  }

  private PackedLayer packed(Tensor weight) {
    PackedLayer layer = packed;
    if (layer == null || !packedName.equals(weight.name())) {
      packed = null; // before the next one is made
      layer = PackedLayer.of(weight, config.wbits(), config.groupSize());
      packed = layer;
      packedName = weight.name();
    }
    return layer;
  }

  private void keep(Tensor tensor) {
    tensors.add(
        tensor.type().isFloating() && tensor.type() != ElementType.F16
            ? new PlannedTensor(tensor.name(), ElementType.F16, tensor.shape(), toHalf(tensor))
            : PlannedTensor.copyOf(tensor));
  }

  private Filling toHalf(Tensor tensor) {
    long[] next = {0};
    return part -> {
      float[] numbers = new float[part.remaining() / Short.BYTES];
      Numbers.read(tensor, next[0], numbers);
      for (float number : numbers) {
        short half = Float.floatToFloat16(number);
        if (Float.isInfinite(Float.float16ToFloat(half)) && Float.isFinite(number)) {
          throw new CheckpointException(
              folder,
              "tensor %s holds %s, which half precision cannot"
                  .formatted(tensor.name(), Float.toString(number)));
        }
        part.putShort(half);
      }
      next[0] += numbers.length;
    };
  }
}
