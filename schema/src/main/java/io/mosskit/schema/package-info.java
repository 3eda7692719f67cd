/// The words of the domain: a [Conversation] of [Turn]s under a [MetaInstruction], its [Category],
/// and the interfaces through which modules meet without knowing one another ([Tokenizer]).
///
/// Nothing here reads or writes files; see `io.mosskit.schema.io` for that.
@NullMarked
package io.mosskit.schema;

import org.jspecify.annotations.NullMarked;
