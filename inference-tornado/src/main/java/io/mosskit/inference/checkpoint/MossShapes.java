package io.mosskit.inference.checkpoint;

import io.mosskit.inference.checkpoint.TensorShape.Content;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tensors that a MOSS model of given sizes consists of, in the order in which it uses them.
///
/// Source: spec C.2 and, for packed layers, C.6 of the reference.
public final class MossShapes {

  private static final ValueLayout.OfInt GROUP =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MossConfig config;
  private final List<TensorShape> shapes = new ArrayList<>();

  private MossShapes(MossConfig config) {
    this.config = config;
  }

  /// The tensors of a model.
  public static List<TensorShape> of(MossConfig config) {
    return List.copyOf(new MossShapes(config).all());
  }

  /// The parameters of a model, whether packed or not.
  public static long parameters(MossConfig config) {
    return of(config.quantized(32, -1)).stream().mapToLong(TensorShape::elements).sum();
  }

  /// What keeps a checkpoint from being the model that its `config.json` describes, one sentence a
  /// tensor, in the order of the model; empty where nothing does.
  public static List<String> problems(Checkpoint checkpoint) {
    List<String> problems = new ArrayList<>();
    for (TensorShape shape : of(checkpoint.config())) {
      Optional<String> problem = shape.problem(checkpoint);
      if (problem.isEmpty() && shape.content() == Content.GROUPS) {
        problem = checkpoint.tensor(shape.name()).flatMap(t -> groupOutOfRange(t, checkpoint));
      }
      problem.ifPresent(problems::add);
    }
    return problems;
  }

  /// How many groups of inputs share scales in a packed layer.
  public static long groups(long inputs, int groupSize) {
    return groupSize == -1 ? 1 : Math.ceilDiv(inputs, groupSize);
  }

  private static Optional<String> groupOutOfRange(Tensor groupIndex, Checkpoint checkpoint) {
    long groups = groups(groupIndex.elements(), checkpoint.config().groupSize());
    for (long i = 0; i < groupIndex.elements(); i++) {
      int group = groupIndex.data().get(GROUP, i * Integer.BYTES);
      if (group < 0 || group >= groups) {
        return Optional.of(
            "tensor %s puts input %d into group %d, but there are %d"
                .formatted(groupIndex.name(), i, group, groups));
      }
    }
    return Optional.empty();
  }

  private List<TensorShape> all() {
    long width = config.nEmbd();
    add("transformer.wte.weight", Content.MATRIX, config.vocabSize(), width);
    for (int layer = 0; layer < config.nLayer(); layer++) {
      addBlock("transformer.h." + layer + ".");
    }
    addNorm("transformer.ln_f");
    add("lm_head.weight", Content.MATRIX, config.vocabSize(), width);
    add("lm_head.bias", Content.VECTOR, config.vocabSize());
    return shapes;
  }

  private void addBlock(String block) {
    long width = config.nEmbd();
    addNorm(block + "ln_1");
    addLinear(block + "attn.qkv_proj", width, 3 * width);
    addLinear(block + "attn.out_proj", width, width);
    addLinear(block + "mlp.fc_in", width, config.nInner());
    add(block + "mlp.fc_in.bias", Content.VECTOR, config.nInner());
    addLinear(block + "mlp.fc_out", config.nInner(), width);
    add(block + "mlp.fc_out.bias", Content.VECTOR, width);
  }

  private void addNorm(String norm) {
    add(norm + ".weight", Content.VECTOR, config.nEmbd());
    add(norm + ".bias", Content.VECTOR, config.nEmbd());
  }

  private void addLinear(String layer, long inputs, long outputs) {
    if (!config.isQuantized()) {
      add(layer + ".weight", Content.MATRIX, outputs, inputs);
      return;
    }
    long codesPerWord = Integer.SIZE / config.wbits();
    long groups = groups(inputs, config.groupSize());
    add(layer + ".qweight", Content.PACKED, inputs / codesPerWord, outputs);
    add(layer + ".qzeros", Content.PACKED, groups, outputs / codesPerWord);
    add(layer + ".scales", Content.SCALES, groups, outputs);
    add(layer + ".g_idx", Content.GROUPS, inputs);
  }

  private void add(String name, Content content, long... shape) {
    List<Long> dimensions = new ArrayList<>();
    for (long dimension : shape) {
      dimensions.add(dimension);
    }
    shapes.add(new TensorShape(name, content, dimensions));
  }
}
