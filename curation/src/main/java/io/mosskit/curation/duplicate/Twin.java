package io.mosskit.curation.duplicate;

/// The kept record of which another is a duplicate.
///
/// @param record its number in [Sketches]
/// @param score the exact Jaccard similarity of the two, 1 for the same text
/// @param sameText whether the two have the same units in the same order
public record Twin(int record, double score, boolean sameText) {}
