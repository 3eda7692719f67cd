/// A model or the sizes of one enter, a new model leaves, planned tensor by tensor so that it can
/// be written in bounded memory.
///
/// [QuantizedModel] packs the weights of a model, [RandomModel] makes one of given sizes with
/// random weights, [TinyModel] a small one with a tokenizer of its own.
@NullMarked
package io.mosskit.inference.making;

import org.jspecify.annotations.NullMarked;
