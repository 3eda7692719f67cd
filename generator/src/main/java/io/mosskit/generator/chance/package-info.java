/// A run's seed and the name of a thing enter; the same id and the same throw of the dice leave, in
/// every process and on every machine.
@NullMarked
package io.mosskit.generator.chance;

import org.jspecify.annotations.NullMarked;
