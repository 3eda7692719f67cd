/// A corpus enters; `train.jsonl`, `validation.jsonl` and `test.jsonl` leave, in such a way that no
/// two near twins stand in different ones.
///
/// Start at [io.mosskit.curation.split.Split].
@NullMarked
package io.mosskit.curation.split;

import org.jspecify.annotations.NullMarked;
