/// Text in Chinese, English or both enters; its units of comparison (words, and characters where
/// words are not divided by blanks), its shingles and its language leave.
///
/// Start at [io.mosskit.schema.text.Units#of(String)] and
/// [io.mosskit.schema.text.Language#of(String)].
@NullMarked
package io.mosskit.schema.text;

import org.jspecify.annotations.NullMarked;
