package io.mosskit.inference.checkpoint;

import java.io.IOException;
import java.nio.file.Path;

/// The sizes of a MOSS model, named as in its `config.json`. (The class defaults of the reference
/// are those of no published model, so a file must say the sizes itself.)
///
/// @param vocabSize rows of the embedding and of the output layer, which may be more than there are
///   tokens
/// @param nPositions the longest sequence
/// @param nEmbd the width of the residual stream
/// @param nLayer how many blocks there are
/// @param nHead attention heads; a multiple of [#SHARDS] that divides `nEmbd`
/// @param nInner the width of the feed-forward layer; `null` in the file means 4 `nEmbd`
/// @param rotaryDim how many leading dimensions of a head are rotated; even
/// @param layerNormEpsilon what LayerNorm adds to the variance
/// @param bosTokenId the token that begins a document
/// @param eosTokenId the token that ends a reply
/// @param wbits bits of the weights in the linear layers of the blocks: 32 as they are, 2, 4 or 8
///   packed by GPTQ
/// @param groupSize how many inputs share a scale in a packed layer; -1 all of them
public record MossConfig(
    int vocabSize,
    int nPositions,
    int nEmbd,
    int nLayer,
    int nHead,
    int nInner,
    int rotaryDim,
    double layerNormEpsilon,
    int bosTokenId,
    int eosTokenId,
    int wbits,
    int groupSize) {

  /// In how many shards the rows of `qkv_proj` lie, each of them query, value, key. A constant of
  /// the published weights, independent of the other sizes.
  public static final int SHARDS = 4;

  /// Refuses sizes that no MOSS model can have.
  public MossConfig {
    within("vocab_size", vocabSize, 1, 1 << 24);
    within("n_positions", nPositions, 1, 1 << 20);
    within("n_embd", nEmbd, 1, 1 << 18);
    within("n_layer", nLayer, 1, 1 << 10);
    within("n_head", nHead, 1, 1 << 12);
    within("n_inner", nInner, 1, 1 << 20);
    require(nHead % SHARDS == 0, "n_head", nHead, "a multiple of " + SHARDS);
    require(nEmbd % nHead == 0, "n_embd", nEmbd, "a multiple of n_head, " + nHead);
    within("rotary_dim", rotaryDim, 2, nEmbd / nHead);
    require(rotaryDim % 2 == 0, "rotary_dim", rotaryDim, "even");
    require(
        layerNormEpsilon > 0 && layerNormEpsilon < 1,
        "layer_norm_epsilon",
        layerNormEpsilon,
        "between 0 and 1");
    within("bos_token_id", bosTokenId, 0, vocabSize - 1);
    within("eos_token_id", eosTokenId, 0, vocabSize - 1);
    require(wbits == 2 || wbits == 4 || wbits == 8 || wbits == 32, "wbits", wbits, "2, 4, 8 or 32");
    require(groupSize == -1 || groupSize > 0, "groupsize", groupSize, "positive, or -1");
    if (wbits != 32) {
      int codesPerWord = Integer.SIZE / wbits;
      require(
          nEmbd % codesPerWord == 0, "n_embd", nEmbd, "a multiple of 32 / wbits, " + codesPerWord);
      require(
          nInner % codesPerWord == 0,
          "n_inner",
          nInner,
          "a multiple of 32 / wbits, " + codesPerWord);
    }
  }

  /// Reads the `config.json` of a model folder.
  ///
  /// @throws CheckpointException if it is missing, is no MOSS model's, or a size cannot be
  public static MossConfig read(Path folder) throws IOException {
    return ConfigFile.read(folder.resolve("config.json"));
  }

  /// The dimensions of one head.
  public int headSize() {
    return nEmbd / nHead;
  }

  /// Whether the linear layers of the blocks are packed.
  public boolean isQuantized() {
    return wbits != 32;
  }

  /// The same sizes with weights packed like this.
  public MossConfig quantized(int newBits, int newGroupSize) {
    return new MossConfig(
        vocabSize,
        nPositions,
        nEmbd,
        nLayer,
        nHead,
        nInner,
        rotaryDim,
        layerNormEpsilon,
        bosTokenId,
        eosTokenId,
        newBits,
        newGroupSize);
  }

  /// The same sizes with so many blocks.
  public MossConfig withLayers(int newLayers) {
    return new MossConfig(
        vocabSize,
        nPositions,
        nEmbd,
        newLayers,
        nHead,
        nInner,
        rotaryDim,
        layerNormEpsilon,
        bosTokenId,
        eosTokenId,
        wbits,
        groupSize);
  }

  /// The same sizes with these tokens at the begin of a document and at the end of a reply.
  public MossConfig withTokens(int newBosTokenId, int newEosTokenId) {
    return new MossConfig(
        vocabSize,
        nPositions,
        nEmbd,
        nLayer,
        nHead,
        nInner,
        rotaryDim,
        layerNormEpsilon,
        newBosTokenId,
        newEosTokenId,
        wbits,
        groupSize);
  }

  private static void within(String name, int value, int least, int most) {
    require(value >= least && value <= most, name, value, "from %d to %d".formatted(least, most));
  }

  private static void require(boolean holds, String name, Number value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s is %s, but must be %s".formatted(name, value, expected));
    }
  }
}
