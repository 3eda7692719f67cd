package io.mosskit.curation.select;

import java.util.OptionalDouble;

/// What the selection knows of a record.
///
/// @param number its place in the input, from 0
/// @param id its id
/// @param category its category, `none` where it has none
/// @param score its number; empty where it has none
record Candidate(int number, String id, String category, OptionalDouble score) {}
