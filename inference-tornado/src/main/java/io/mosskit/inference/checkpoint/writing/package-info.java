/// The tensors of a model enter one after the other, the files of a model folder leave, in the
/// layouts in which models are published; no more than a part of one tensor is in memory at a time.
///
/// [ModelWriter#write] is the entry.
@NullMarked
package io.mosskit.inference.checkpoint.writing;

import org.jspecify.annotations.NullMarked;
