/// The weights of a MOSS model enter, a [io.mosskit.inference.model.Backend] that computes on this
/// machine's processors leaves: the default one, and the reference that others are compared with.
///
/// [CpuBackend#load] makes it. Weights are read where the checkpoint mapped them. Every sum runs in
/// an order that the shapes of the model alone decide (and the width of the machine's vectors), so
/// that the logits of a sequence are the same bits alone, in any batch and in any block.
@NullMarked
package io.mosskit.inference.cpu;

import org.jspecify.annotations.NullMarked;
