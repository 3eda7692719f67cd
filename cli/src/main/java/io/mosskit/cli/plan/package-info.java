/// What users say on the command line and in recipes enters, and plans of the stages leave: one
/// reading of it for both.
@NullMarked
package io.mosskit.cli.plan;

import org.jspecify.annotations.NullMarked;
