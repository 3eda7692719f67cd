/// What turns MOSS text into what a MOSS model computes on, and the files of a model into its
/// tensors: [io.mosskit.inference.tokenizer] (text enters, token ids leave),
/// [io.mosskit.inference.checkpoint] (a model folder enters, mapped tensors leave) and
/// [io.mosskit.inference.making] (models packed or made up).
@NullMarked
package io.mosskit.inference;

import org.jspecify.annotations.NullMarked;
