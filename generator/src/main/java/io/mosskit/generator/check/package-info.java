/// A turn that a teacher wrote enters, with what was said before; it leaves as it is, or with the
/// name of what is wrong with it and what exactly was found.
///
/// Start at [io.mosskit.generator.check.TurnChecks].
@NullMarked
package io.mosskit.generator.check;

import org.jspecify.annotations.NullMarked;
