/// A checkpoint and token ids enter; logits, log-probabilities and new tokens leave.
///
/// [MossWeights#read] finds the tensors of a checkpoint and checks their shapes. A [Backend] holds
/// them and computes; it is the only thing that differs between a CPU and an accelerator. On top of
/// it, [Scorer] gives the log-probabilities of texts and [Generator] writes them on. Source of the
/// order of operations: MOSS reference, section C.
@NullMarked
package io.mosskit.inference.model;

import org.jspecify.annotations.NullMarked;
