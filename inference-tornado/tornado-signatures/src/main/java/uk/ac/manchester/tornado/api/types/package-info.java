/// Numbers of half precision.
@NullMarked
package uk.ac.manchester.tornado.api.types;

import org.jspecify.annotations.NullMarked;
