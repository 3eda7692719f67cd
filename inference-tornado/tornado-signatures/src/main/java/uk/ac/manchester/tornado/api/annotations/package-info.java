/// What marks a parallel loop.
@NullMarked
package uk.ac.manchester.tornado.api.annotations;

import org.jspecify.annotations.NullMarked;
