/// HTTP requests enter, a MOSS model answers them: in OpenAI's protocol, and in that of the
/// original demo.
///
/// A [Server] listens. What a request means is the business of [io.mosskit.inference.serve.api],
/// and how many are computed together that of [io.mosskit.inference.serve.engine].
@NullMarked
package io.mosskit.inference.serve;

import org.jspecify.annotations.NullMarked;
