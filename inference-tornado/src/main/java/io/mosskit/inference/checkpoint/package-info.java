/// The folder of a published MOSS model enters, its named tensors leave, mapped from its files and
/// not copied; tensors enter, a folder that trainers and this toolkit load leaves.
///
/// [Checkpoints#open] is the entry. It reads `config.json` and the weights as published:
/// `model.safetensors` or `pytorch_model.bin`, each whole or in shards with an index. Whatever is
/// wrong with a file is a [CheckpointException] that names it; nothing in a file is ever executed.
@NullMarked
package io.mosskit.inference.checkpoint;

import org.jspecify.annotations.NullMarked;
