/// The shapes of kernels, and devices: signatures alone.
@NullMarked
package uk.ac.manchester.tornado.api.common;

import org.jspecify.annotations.NullMarked;
