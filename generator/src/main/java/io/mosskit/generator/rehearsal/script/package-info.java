/// A chat request and a seed enter; the rehearsal teacher's answer leaves, always the same one.
///
/// Nothing here waits, counts or remembers: what is said is drawn from hand-written word lists
/// (`zh/`, `en/` among the resources) by a generator that is seeded with the request itself. Start
/// at [io.mosskit.generator.rehearsal.script.Script#answer].
@NullMarked
package io.mosskit.generator.rehearsal.script;

import org.jspecify.annotations.NullMarked;
