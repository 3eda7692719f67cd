/// What turns MOSS text into what a MOSS model computes on. It holds the tokenizer, in
/// [io.mosskit.inference.tokenizer]: text enters, token ids leave.
@NullMarked
package io.mosskit.inference;

import org.jspecify.annotations.NullMarked;
