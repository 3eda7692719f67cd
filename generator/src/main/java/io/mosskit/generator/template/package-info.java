/// What is asked of the teacher enters as values; the words in which it is asked leave, in Chinese
/// and English, from text files that carry a version.
///
/// Start at [io.mosskit.generator.template.Wording].
@NullMarked
package io.mosskit.generator.template;

import org.jspecify.annotations.NullMarked;
