package io.mosskit.inference.model;

import io.mosskit.inference.checkpoint.MossConfig;
import java.util.List;

/// A MOSS model on the device that computes it. The weights went there once, when the backend was
/// made; caches stay there too, and only token ids go in and logits or hidden states come out.
///
/// What is computed for a sequence does not depend on what is computed beside it: alone or with
/// others, in one chunk or in several, its logits are the same bits.
///
/// For one caller at a time.
public interface Backend extends AutoCloseable {

  /// The sizes of the model.
  MossConfig config();

  /// What computes: `cpu`, `tornado`. Two of different names agree within a tolerance, not to the
  /// bit.
  String name();

  /// A cache for a sequence that has not begun.
  KvCache newCache();

  /// Continues sequences by some tokens each, all of them together.
  ///
  /// @param chunks one for each sequence; no cache occurs twice
  /// @param reader gets the logits that the chunks want, chunk by chunk, in the order of positions
  /// @throws ContextLimitException if a sequence would become longer than the model reads; then
  ///   nothing has been computed
  /// @throws IllegalArgumentException if an id is not in the model's vocabulary, or a cache is
  ///   another backend's; then nothing has been computed
  void forward(List<Chunk> chunks, LogitReader reader);

  /// Continues sequences as [#forward] does, and gives what the output layer would have read.
  ///
  /// @param chunks one for each sequence; no cache occurs twice
  /// @param reader gets the last hidden states, those after the final LayerNorm, at the positions
  ///   whose logits the chunks want, chunk by chunk, in the order of positions
  /// @throws ContextLimitException as [#forward] does
  /// @throws IllegalArgumentException as [#forward] does
  void hidden(List<Chunk> chunks, HiddenReader reader);

  /// Gives the memory back. The checkpoint that the weights came from is closed by whoever opened
  /// it, afterwards.
  @Override
  void close();
}
