/// The whole tree goes in, as classes and as files; what breaks a rule of the project comes out as
/// a failed test.
@NullMarked
package io.mosskit.docs;

import org.jspecify.annotations.NullMarked;
