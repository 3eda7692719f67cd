/// Graphs of tasks and plans that run them: signatures alone, which refuse to run.
@NullMarked
package uk.ac.manchester.tornado.api;

import org.jspecify.annotations.NullMarked;
