/// The description of a picture enters; a picture leaves, as a file that bears the hash of its
/// bytes for a name, or as the hash alone.
///
/// Start at [io.mosskit.plugins.paint.Text2Image], which draws placeholders offline, and at
/// [io.mosskit.plugins.paint.ImageEndpoint] for a model behind the OpenAI protocol.
@NullMarked
package io.mosskit.plugins.paint;

import org.jspecify.annotations.NullMarked;
