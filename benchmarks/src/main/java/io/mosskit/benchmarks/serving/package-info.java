/// Questions enter, the answers of a server that many ask at once leave, each held against the
/// answer computed alone.
///
/// [Load] asks, [Alone] knows what must come.
@NullMarked
package io.mosskit.benchmarks.serving;

import org.jspecify.annotations.NullMarked;
