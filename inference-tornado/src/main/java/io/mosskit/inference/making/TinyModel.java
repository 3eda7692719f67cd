package io.mosskit.inference.making;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.checkpoint.writing.ModelWriter;
import io.mosskit.inference.checkpoint.writing.PlannedTensor;
import io.mosskit.inference.tokenizer.ControlTokens;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.inference.tokenizer.TokenizerTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A model of MOSS's architecture that fits anywhere and was never trained: its weights are random,
/// and only the bias of its output layer is counted, how often each token comes in some texts, so
/// that it speaks in their words and ends its replies.
public final class TinyModel {

  private static final int MERGES = 2000;

  /// Larger than in [RandomModel], since its layers are narrower.
  private static final int EXPONENT = -4;

  private static final String OUTPUT_BIAS = "lm_head.bias";
  private static final double NEVER_SEEN = 0.5;

  private TinyModel() {}

  /// Learns a vocabulary from the texts, writes its files into the folder and loads them again.
  public static MossTokenizer writeTokenizer(Path folder, List<String> texts) throws IOException {
    TokenizerTraining.write(folder, texts, MERGES);
    return MossTokenizer.load(folder);
  }

  /// The same sizes with the tokenizer's tokens at the begin of a document and the end of a reply.
  ///
  /// @throws IllegalArgumentException if the tokenizer has more tokens than the model rows
  public static MossConfig withTokensOf(MossTokenizer tokenizer, MossConfig config) {
    if (tokenizer.vocabularySize() > config.vocabSize()) {
      throw new IllegalArgumentException(
          "%d tokens for %d rows".formatted(tokenizer.vocabularySize(), config.vocabSize()));
    }
    return config.withTokens(
        tokenizer.idOf("<|endoftext|>").orElseThrow(), tokenizer.idOf("<eom>").orElseThrow());
  }

  /// What to write so that a folder becomes such a model.
  ///
  /// @param config of the tokenizer's tokens
  public static ModelWriter.Plan plan(
      MossConfig config, MossTokenizer tokenizer, List<String> texts, long seed) {
    short[] bias = logFrequencies(config, tokenizer, texts);
    List<PlannedTensor> tensors = new ArrayList<>();
    for (PlannedTensor tensor :
        RandomModel.tensors(config, ElementType.F16, EXPONENT, new SplittableRandom(seed))) {
      tensors.add(
          tensor.name().equals(OUTPUT_BIAS)
              ? new PlannedTensor(
                  OUTPUT_BIAS, ElementType.F16, tensor.shape(), Elements.shorts(() -> bias))
              : tensor);
    }
    return new ModelWriter.Plan(
        config,
        ElementType.F16,
        "Made by mosskit to try things out: random weights and counted token frequencies, never"
            + " trained; not MOSS",
        tensors);
  }

  private static short[] logFrequencies(
      MossConfig config, MossTokenizer tokenizer, List<String> texts) {
    long[] counts = new long[config.vocabSize()];
    long all = 0;
    for (String text : texts) {
      for (int id : tokenizer.encode(text, ControlTokens.AS_TEXT)) {
        counts[id]++;
        all++;
      }
      counts[config.eosTokenId()]++;
      all++;
    }
    short[] logs = new short[counts.length];
    for (int id = 0; id < logs.length; id++) {
      double frequency = (counts[id] + NEVER_SEEN) / (all + NEVER_SEEN * logs.length);
      logs[id] = Float.floatToFloat16((float) StrictMath.log(frequency));
    }
    return logs;
  }
}
