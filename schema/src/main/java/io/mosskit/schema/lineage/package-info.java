/// Where a record comes from: seeds, parents, prompt template, teacher, plugin receipts and
/// verdicts enter as they happen; the member `mosskit.lineage` of the record leaves, and comes back
/// typed.
///
/// Start at [io.mosskit.schema.lineage.Lineage].
@NullMarked
package io.mosskit.schema.lineage;

import org.jspecify.annotations.NullMarked;
