/// Arrays outside of the heap. They really work, so that kernels run as plain Java.
@NullMarked
package uk.ac.manchester.tornado.api.types.arrays;

import org.jspecify.annotations.NullMarked;
