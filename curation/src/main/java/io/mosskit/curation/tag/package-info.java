/// Labelled prompts enter, and for a prompt without a label the category of its nearest neighbours
/// leaves.
///
/// Start at [io.mosskit.curation.tag.CategoryModel].
@NullMarked
package io.mosskit.curation.tag;

import org.jspecify.annotations.NullMarked;
