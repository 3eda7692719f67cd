/// Token ids of many askers enter, the tokens and numbers that a model answers leave, each to who
/// asked.
///
/// An [Engine] computes all sequences that are under way together, one step after the other, and
/// takes new ones in between: continuous batching. Since a
/// [Backend][io.mosskit.inference.model.Backend] gives a sequence the same bits in any company, so
/// does it.
@NullMarked
package io.mosskit.inference.serve.engine;

import org.jspecify.annotations.NullMarked;
