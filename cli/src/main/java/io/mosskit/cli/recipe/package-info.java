/// A recipe in YAML enters; the plans of generation and curation leave, or the line of the recipe
/// that is not understood.
///
/// Start at [io.mosskit.cli.recipe.Recipe#read(java.nio.file.Path)].
@NullMarked
package io.mosskit.cli.recipe;

import org.jspecify.annotations.NullMarked;
