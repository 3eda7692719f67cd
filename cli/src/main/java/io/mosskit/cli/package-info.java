/// Command lines go in; exit codes, progress and files come out. The entry point is [Mosskit].
@NullMarked
package io.mosskit.cli;

import org.jspecify.annotations.NullMarked;
