/// The way to the runtime: a signature alone, which refuses.
@NullMarked
package uk.ac.manchester.tornado.api.runtime;

import org.jspecify.annotations.NullMarked;
