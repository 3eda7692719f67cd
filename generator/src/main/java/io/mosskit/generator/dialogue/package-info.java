/// Prompts enter; dialogues of several turns leave, or the reason why there is none: every reply
/// and every later user turn is asked from the history as it really went.
///
/// Start at [io.mosskit.generator.dialogue.Dialogues].
@NullMarked
package io.mosskit.generator.dialogue;

import org.jspecify.annotations.NullMarked;
