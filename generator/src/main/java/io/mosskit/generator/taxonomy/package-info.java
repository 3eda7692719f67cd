/// The words of a seed or a plan enter; what a prompt of the categories harmless and honest tries
/// leaves (its kind, and the risk that a harmless one is about), and the grades that answer it
/// well.
///
/// Start at [io.mosskit.generator.taxonomy.Taxon]. What kinds, risks and grades mean to whoever
/// writes prompts and replies stands in the template `taxonomy`, in both languages.
@NullMarked
package io.mosskit.generator.taxonomy;

import org.jspecify.annotations.NullMarked;
