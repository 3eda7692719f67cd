package io.mosskit.inference.model;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.checkpoint.Tensor;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the tensors of a model by their names.
final class WeightReader {

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Checkpoint checkpoint;
  private final MossConfig config;

  WeightReader(Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
    this.config = checkpoint.config();
  }

  MossWeights read() throws ModelException {
    List<LayerWeights> layers = new ArrayList<>();
    for (int layer = 0; layer < config.nLayer(); layer++) {
      layers.add(layer("transformer.h." + layer + "."));
    }
    return new MossWeights(
        config,
        floating("transformer.wte.weight", config.vocabSize(), config.nEmbd()),
        layers,
        norm("transformer.ln_f"),
        dense("lm_head", config.nEmbd(), config.vocabSize(), true));
  }

  private LayerWeights layer(String prefix) throws ModelException {
    int width = config.nEmbd();
    int inner = config.nInner();
    return new LayerWeights(
        norm(prefix + "ln_1"),
        projection(prefix + "attn.qkv_proj", width, 3 * width, false),
        projection(prefix + "attn.out_proj", width, width, false),
        projection(prefix + "mlp.fc_in", width, inner, true),
        projection(prefix + "mlp.fc_out", inner, width, true));
  }

  private Norm norm(String name) throws ModelException {
    return new Norm(
        floating(name + ".weight", config.nEmbd()), floating(name + ".bias", config.nEmbd()));
  }

  private Projection projection(String name, int inputs, int outputs, boolean biased)
      throws ModelException {
    return config.isQuantized()
        ? packed(name, inputs, outputs, biased)
        : dense(name, inputs, outputs, biased);
  }

  private Projection.Dense dense(String name, int inputs, int outputs, boolean biased)
      throws ModelException {
    return new Projection.Dense(
        floating(name + ".weight", outputs, inputs), bias(name, outputs, biased));
  }

  private Projection packed(String name, int inputs, int outputs, boolean biased)
      throws ModelException {
    int bits = config.wbits();
    int codesPerWord = Integer.SIZE / bits;
    if (inputs % codesPerWord != 0 || outputs % codesPerWord != 0) {
      throw new ModelException(
          name + ".qweight",
          "%d inputs and %d outputs cannot be packed at %d bits; both must be multiples of %d"
              .formatted(inputs, outputs, bits, codesPerWord));
    }
    int groupSize = config.groupSize() == -1 ? inputs : config.groupSize();
    int groups = Math.ceilDiv(inputs, groupSize);
    Tensor groupOf = tensor(name + ".g_idx", ElementType.I32, inputs);
    requireGroups(groupOf, groups);
    return new Projection.Packed(
        bits,
        tensor(name + ".qweight", ElementType.I32, inputs / codesPerWord, outputs),
        tensor(name + ".qzeros", ElementType.I32, groups, outputs / codesPerWord),
        tensor(name + ".scales", ElementType.F16, groups, outputs),
        groupOf,
        bias(name, outputs, biased));
  }

  private static void requireGroups(Tensor groupOf, int groups) throws ModelException {
    for (long i = 0; i < groupOf.elements(); i++) {
      int group = groupOf.data().get(INT, i * Integer.BYTES);
      if (group < 0 || group >= groups) {
        throw new ModelException(
            groupOf.name(), "input %d is in group %d of %d".formatted(i, group, groups));
      }
    }
  }

  private @Nullable Tensor bias(String name, int outputs, boolean biased) throws ModelException {
    return biased ? floating(name + ".bias", outputs) : null;
  }

  private Tensor floating(String name, long... shape) throws ModelException {
    Tensor tensor = shaped(name, shape);
    if (!tensor.type().isFloating()) {
      throw new ModelException(name, "holds " + tensor.type() + "; expected F32, F16 or BF16");
    }
    return tensor;
  }

  private Tensor tensor(String name, ElementType type, long... shape) throws ModelException {
    Tensor tensor = shaped(name, shape);
    if (tensor.type() != type) {
      throw new ModelException(name, "holds " + tensor.type() + "; expected " + type);
    }
    return tensor;
  }

  private Tensor shaped(String name, long... shape) throws ModelException {
    Optional<Tensor> found = checkpoint.tensor(name);
    if (found.isEmpty()) {
      throw new ModelException(name, "is in none of the checkpoint's files");
    }
    List<Long> expected = new ArrayList<>();
    for (long dimension : shape) {
      expected.add(dimension);
    }
    if (!found.get().shape().equals(expected)) {
      throw new ModelException(
          name, "has the shape %s; config.json says %s".formatted(found.get().shape(), expected));
    }
    return found.get();
  }
}
