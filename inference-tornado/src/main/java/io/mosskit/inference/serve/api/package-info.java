/// Requests in OpenAI's JSON enter, tasks for the engine and answers in the same JSON leave; HTTP
/// is not spoken here.
///
/// A request becomes a [Course]: chat, completion or embedding, or the dialogue of the original
/// demo. What a MOSS model cannot do is a [Refusal], never left out in silence.
@NullMarked
package io.mosskit.inference.serve.api;

import org.jspecify.annotations.NullMarked;
