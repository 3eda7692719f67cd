/// A dialogue enters and a record of the form that a trainer reads leaves (OpenAI messages,
/// ShareGPT, Alpaca, MOSS training text with its loss mask), and the other way round: such a record
/// enters, ours or a stranger's, and a dialogue leaves.
///
/// Start at [io.mosskit.schema.convert.Codecs#named(String)]; for training samples at
/// [io.mosskit.schema.convert.TrainingText].
@NullMarked
package io.mosskit.schema.convert;

import org.jspecify.annotations.NullMarked;
