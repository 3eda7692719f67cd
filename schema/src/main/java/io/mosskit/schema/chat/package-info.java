/// A conversation and sampling settings enter, a reply leaves: where a remote teacher, a judge and
/// a local model meet without knowing one another.
///
/// Start at [io.mosskit.schema.chat.ChatModel].
@NullMarked
package io.mosskit.schema.chat;

import org.jspecify.annotations.NullMarked;
