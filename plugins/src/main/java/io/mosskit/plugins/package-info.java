/// A call's argument enters; what the tool really answered leaves, as an
/// [io.mosskit.plugins.Outcome].
///
/// A tool is a [io.mosskit.plugins.Plugin]; those on the class path are found by
/// [io.mosskit.plugins.Plugins#installed()]. To add one, implement the interface and name the class
/// in `META-INF/services/io.mosskit.plugins.Plugin`.
@NullMarked
package io.mosskit.plugins;

import org.jspecify.annotations.NullMarked;
