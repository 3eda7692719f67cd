package io.mosskit.curation.neighbour;

/// The record, curated before, of which another is a duplicate.
///
/// @param id its id
/// @param score the exact Jaccard similarity of the two, 1 for the same text
/// @param sameText whether the two have the same units in the same order
public record PastTwin(String id, double score, boolean sameText) {}
