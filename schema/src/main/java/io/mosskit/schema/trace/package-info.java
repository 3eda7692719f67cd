/// The plugin trace of a turn: command text, result text and reply enter; typed calls, result
/// blocks and citations leave, or the exact place where the text leaves the grammar.
///
/// Start at [io.mosskit.schema.trace.Commands#parse(String)],
/// [io.mosskit.schema.trace.Results#parse(String)] and
/// [io.mosskit.schema.trace.Citations#of(String)].
@NullMarked
package io.mosskit.schema.trace;

import org.jspecify.annotations.NullMarked;
