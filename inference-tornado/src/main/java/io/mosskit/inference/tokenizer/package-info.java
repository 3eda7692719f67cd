/// Text enters, the token ids of a MOSS vocabulary leave; token ids enter, text leaves.
///
/// [MossTokenizer#load] reads the files of a model folder and returns the tokenizer, which is
/// immutable and shared by all threads. Its method is GPT-2's byte-level byte-pair encoding
/// (Radford et al. 2019) with the added tokens of MOSS cut out first.
@NullMarked
package io.mosskit.inference.tokenizer;

import org.jspecify.annotations.NullMarked;
