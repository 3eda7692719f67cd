package io.mosskit.schema.convert;

/// Something of a dialogue that a record without residue does not carry.
///
/// @param turn the turn's place in the dialogue, from 1; 0 for the record as a whole
public record Lost(Loss loss, int turn) {}
