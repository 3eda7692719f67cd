package io.mosskit.benchmarks.planted;

/// A dialogue with one error in it.
///
/// @param turn the index of the turn that has it
/// @param what was changed, for a person
record Planted(Drawn dialogue, int turn, String what) {}
