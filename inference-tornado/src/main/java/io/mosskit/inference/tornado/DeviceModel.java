package io.mosskit.inference.tornado;

import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.model.LayerWeights;
import io.mosskit.inference.model.MossWeights;
import io.mosskit.inference.model.Norm;
import io.mosskit.inference.model.Projection;
import io.mosskit.inference.model.RotaryPrecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/// The embedding, the first layers and, where all layers are there, the output layer of a model as
/// stages of a program: one for the embedding, one for some layers at a time, one for the output
/// layer.
final class DeviceModel {

  /// Rows that the output layer takes at once.
  static final int HEAD_ROWS = 4;

  /// Layers of a stage. The processors wait for the device after each stage, so that few are
  /// better; TornadoVM writes down the kernels of one in 8192 bytes, of which a layer takes some
  /// 760.
  private static final int STAGE_LAYERS = 8;

  /// What goes to the device with every block: [Block].
  final IntArray block;

  /// The rows whose logits are wanted: how many, then their numbers.
  final IntArray wanted = new IntArray(1 + HEAD_ROWS);

  /// The residual stream, [rows, n_embd].
  final FloatArray stream;

  /// [HEAD_ROWS, vocab_size].
  final FloatArray logits;

  /// What the softmax of the logits divides by, in parts: [Kernels#peaks].
  final FloatArray logitPeaks;

  private final MossConfig config;
  private final Block layout;
  private final boolean halves;
  private final Stage embedding;
  private final List<Stage> layers = new ArrayList<>();
  private final @Nullable Stage states;
  private final @Nullable Stage head;
  private final Buffers buffers;

  /// Builds the stages of a model.
  ///
  /// @param layerCount how many layers are on the device; the output layer is there if all are
  /// @param pages of keys and values in all
  DeviceModel(
      Program program,
      MossWeights weights,
      int layerCount,
      Block layout,
      int pages,
      RotaryPrecision rotary,
      boolean halves) {
    this.config = weights.config();
    this.layout = layout;
    this.halves = halves;
    boolean whole = layerCount == config.nLayer();
    block = new IntArray(layout.size());
    stream = new FloatArray(layout.rows() * config.nEmbd());
    logits = new FloatArray(whole ? HEAD_ROWS * config.vocabSize() : 1);
    logitPeaks = new FloatArray(HEAD_ROWS * peaksOf(config));
    buffers = new Buffers(config, layout, rotary, whole);
    embedding = embedding(program, weights);
    for (int first = 0; first < layerCount; first += STAGE_LAYERS) {
      Stage stage = program.stage("layers" + first);
      stage.lasting(block, stream);
      buffers.declare(stage);
      for (int l = first; l < Math.min(layerCount, first + STAGE_LAYERS); l++) {
        layer(stage, "_" + l, weights.layers().get(l), pages);
      }
      layers.add(stage);
    }
    if (!whole) {
      layers.getLast().output(stream);
    }
    states = whole ? states(program, weights) : null;
    head = whole ? head(program, weights) : null;
  }

  /// Takes the rows in [#block] through the layers.
  void run() {
    embedding.run();
    layers.forEach(Stage::run);
  }

  /// Brings the residual stream of some rows here.
  void fetchStream(int rows) {
    layers.getLast().fetch(stream, rows * config.nEmbd());
  }

  /// Computes the last hidden states of the rows in [#wanted] and brings them here.
  ///
  /// @return [wanted, n_embd]
  FloatArray runStates() {
    Stage stage = Objects.requireNonNull(states, "the final norm is not on the device");
    stage.run();
    stage.fetch(buffers.normalised, wanted.get(0) * config.nEmbd());
    return buffers.normalised;
  }

  /// Computes the logits of the rows in [#wanted] and brings them here.
  void runHead() {
    Stage stage = Objects.requireNonNull(head, "the output layer is not on the device");
    stage.run();
    stage.fetch(logits, wanted.get(0) * config.vocabSize());
    stage.fetch(logitPeaks, wanted.get(0) * peaksOf(config));
  }

  /// How many numbers the peaks of a row of logits are.
  private static int peaksOf(MossConfig config) {
    return 2 * Math.ceilDiv(config.vocabSize(), Kernels.CHUNK);
  }

  /// How many bytes the stages take beside weights, keys and values.
  static long workingBytes(MossConfig config, int rows) {
    return Buffers.bytes(config, new Block(rows, pagesOf(config)));
  }

  /// How many pages the longest sequence has.
  static int pagesOf(MossConfig config) {
    return Math.ceilDiv(config.nPositions(), Block.PAGE);
  }

  private Stage embedding(Program program, MossWeights weights) {
    Stage stage = program.stage("embedding");
    stage.input(block);
    stage.lasting(stream);
    DeviceMatrix.dense(weights.embedding(), halves).embed(stage, block, layout, stream);
    return stage;
  }

  /// Adds a layer to a stage.
  ///
  /// @param suffix of its kernels' names
  private void layer(Stage stage, String suffix, LayerWeights weights, int pages) {
    int width = config.nEmbd();
    int rows = layout.rows();
    DeviceMatrix queryKeyValue = matrix(weights.queryKeyValue());
    DeviceMatrix attentionOut = matrix(weights.attentionOut());
    DeviceMatrix feedIn = matrix(weights.feedIn());
    DeviceMatrix feedOut = matrix(weights.feedOut());
    FloatArray feedInBias = bias(weights.feedIn());
    FloatArray feedOutBias = bias(weights.feedOut());
    FloatArray keys = new FloatArray(pages * Block.PAGE * width);
    FloatArray values = new FloatArray(pages * Block.PAGE * width);
    stage.lasting(keys, values);
    stage.constant(feedInBias, feedOutBias);
    normalise(stage, suffix, weights.norm(), block, stream, rows);
    queryKeyValue.multiply(
        stage, "queryKeyValue" + suffix, block, buffers.normalised, buffers.parts);
    feedIn.multiply(stage, "feedIn" + suffix, block, buffers.normalised, buffers.feedParts);
    stage.task(
        "rotate" + suffix,
        rows * 3 * width,
        Kernels::placeQueriesKeysValues,
        block,
        buffers.parts,
        buffers.angles,
        buffers.queries,
        keys,
        values,
        layout.pages(),
        width,
        config.headSize(),
        config.rotaryDim(),
        queryKeyValue.lanes(),
        rows);
    stage.task(
        "gelu" + suffix,
        rows * config.nInner(),
        Kernels::gelu,
        block,
        buffers.feedParts,
        feedInBias,
        buffers.inner,
        config.nInner(),
        feedIn.lanes(),
        rows);
    stage.task(
        "scores" + suffix,
        config.nHead() * layout.positions(),
        AttentionKernels::scores,
        block,
        buffers.queries,
        keys,
        buffers.scores,
        layout.pages(),
        width,
        config.headSize(),
        rows);
    stage.task(
        "mixPages" + suffix,
        layout.pages() * width,
        AttentionKernels::mixPages,
        block,
        buffers.scores,
        values,
        buffers.mixtures,
        buffers.peaks,
        layout.pages(),
        width,
        config.headSize(),
        rows);
    stage.task(
        "joinPages" + suffix,
        rows * width,
        AttentionKernels::joinPages,
        block,
        buffers.mixtures,
        buffers.peaks,
        buffers.mixed,
        layout.pages(),
        width,
        config.headSize(),
        rows);
    attentionOut.multiply(stage, "attentionOut" + suffix, block, buffers.mixed, buffers.parts);
    feedOut.multiply(stage, "feedOut" + suffix, block, buffers.inner, buffers.feedParts);
    stage.task(
        "add" + suffix,
        rows * width,
        Kernels::add,
        block,
        buffers.parts,
        attentionOut.lanes(),
        buffers.feedParts,
        feedOutBias,
        feedOut.lanes(),
        stream,
        width,
        rows);
  }

  private Stage states(Program program, MossWeights weights) {
    Stage stage = program.stageAfter(layers.getLast(), "states");
    finalNorm(stage, weights.finalNorm());
    stage.output(buffers.normalised);
    return stage;
  }

  private Stage head(Program program, MossWeights weights) {
    DeviceMatrix matrix = matrix(weights.head());
    FloatArray bias = bias(weights.head());
    Stage stage = program.stageAfter(layers.getLast(), "output");
    stage.lasting(buffers.feedParts);
    stage.constant(bias);
    stage.output(logits);
    stage.output(logitPeaks);
    finalNorm(stage, weights.finalNorm());
    matrix.multiply(stage, "logitParts", wanted, buffers.normalised, buffers.feedParts);
    stage.task(
        "logits",
        HEAD_ROWS * matrix.outputs(),
        Kernels::fold,
        wanted,
        buffers.feedParts,
        bias,
        logits,
        matrix.outputs(),
        matrix.lanes(),
        HEAD_ROWS);
    stage.task(
        "peaks",
        HEAD_ROWS * Math.ceilDiv(matrix.outputs(), Kernels.CHUNK),
        Kernels::peaks,
        wanted,
        logits,
        logitPeaks,
        matrix.outputs(),
        HEAD_ROWS);
    return stage;
  }

  /// Normalises the rows that are wanted.
  private void finalNorm(Stage stage, Norm norm) {
    int width = config.nEmbd();
    FloatArray selected = new FloatArray(HEAD_ROWS * width);
    stage.input(wanted);
    stage.lasting(stream, buffers.moments, buffers.normalised, selected);
    stage.task(
        "select",
        HEAD_ROWS * width,
        Kernels::selectRows,
        wanted,
        stream,
        selected,
        width,
        HEAD_ROWS);
    normalise(stage, "", norm, wanted, selected, HEAD_ROWS);
  }

  private void normalise(
      Stage stage, String suffix, Norm norm, IntArray counted, FloatArray x, int rows) {
    int width = config.nEmbd();
    FloatArray weight = DeviceArrays.floats(norm.weight());
    FloatArray bias = DeviceArrays.floats(norm.bias());
    stage.constant(weight, bias);
    stage.task(
        "moments" + suffix,
        rows * Math.ceilDiv(width, Kernels.CHUNK),
        Kernels::moments,
        counted,
        x,
        buffers.moments,
        width,
        rows);
    stage.task(
        "normalise" + suffix,
        rows * width,
        Kernels::normalise,
        counted,
        x,
        buffers.moments,
        weight,
        bias,
        buffers.normalised,
        width,
        (float) config.layerNormEpsilon(),
        rows);
  }

  private DeviceMatrix matrix(Projection projection) {
    return DeviceMatrix.of(projection, halves);
  }

  private static FloatArray bias(Projection projection) {
    return projection.bias() == null
        ? new FloatArray(projection.outputs())
        : DeviceArrays.floats(projection.bias());
  }
}
